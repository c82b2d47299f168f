package tracker.link.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tracker.link.HeldView;
import tracker.link.HeldView.Held;
import tracker.link.Links;
import tracker.shared.view.Asked;
import tracker.shared.view.People;

/** Who waits for the reader, on My work. */
@Named("waiting")
@RequestScoped
public class Waiting {
  private static final int FEW = 5;
  private static final int ALL = 100;

  @Inject private Links links;
  @Inject private Asked asked;
  @Inject private People people;

  private @Nullable HeldView view;

  /** The first of them, and how many there are. */
  public HeldView getView() {
    if (view == null) {
      view = links.held("all".equals(asked.textOrNull("waiting")) ? ALL : FEW);
      people.meet(view.tasks().stream().map(Held::assigneeId).filter(Objects::nonNull).toList());
    }
    return view;
  }

  /** How many are not shown. */
  public long getRest() {
    return getView().total() - getView().tasks().size();
  }
}
