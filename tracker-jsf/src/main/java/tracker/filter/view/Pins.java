package tracker.filter.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.filter.FilterView;
import tracker.filter.Filters;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;

/** The filters that the reader has at hand on every page. */
@Named("pins")
@RequestScoped
public class Pins {
  /** More would hide what stands below them. */
  private static final int MOST = 12;

  @Inject private Filters filters;
  @Inject private Asked asked;
  @Inject private Shell shell;

  private @Nullable List<FilterView> all;

  public List<FilterView> getAll() {
    if (all == null) {
      all = filters.pinned(MOST);
    }
    return all;
  }

  /** Whether the page shows this one. */
  public boolean at(FilterView filter) {
    return shell.here().equals("/list")
        && filter.id().toString().equals(asked.textOrNull("filter"));
  }

  /** Whether the page shows one of them. */
  public boolean isShown() {
    return getAll().stream().anyMatch(this::at);
  }
}
