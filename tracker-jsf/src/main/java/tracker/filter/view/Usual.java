package tracker.filter.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.filter.FilterView;
import tracker.filter.Filters;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The view that the reader's list opens with where its address asks for nothing. */
@Named("usual")
@RequestScoped
public class Usual {
  @Inject private Filters filters;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable UUID gone;

  /** Goes to it before anything is shown, so that the address always says what one sees. */
  public void open() {
    FacesContext faces = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    if (faces.isPostback()
        || request.getAttribute("jakarta.servlet.forward.query_string") != null) {
      return;
    }
    Optional<UUID> usual = filters.usual();
    if (usual.isEmpty()) {
      return;
    }
    try {
      shell.go("/list?filter=" + filters.one(usual.get()).id());
      faces.responseComplete();
    } catch (Problem problem) {
      gone = usual.get(); // deleted, or not shared any more: all tasks are shown, and a word
    }
  }

  /** The usual one where it is not there for the reader; else null. */
  public @Nullable UUID getGone() {
    return gone;
  }

  /** Lets the list open with the filter that the request names. */
  public void make() {
    FilterView filter = filters.one(asked.id("saved"));
    filters.makeUsual(filter.id());
    toasts.say(words.say("filter.is_usual_now", filter.name()));
    shell.again();
  }

  /** Lets the list open with all tasks again. */
  public void forget() {
    filters.forgetUsual(asked.id("saved"));
    toasts.say(words.get("filter.no_usual_now"));
    shell.again();
  }
}
