package tracker.stay.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.booking.BookingView;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.People;
import tracker.stay.Stays;
import tracker.work.TaskName;

/** The bookings of the task in the address, and the tasks about a room. */
@Named("taskStays")
@RequestScoped
public class TaskStays {
  private static final int ROWS = 50;

  @Inject private Stays stays;
  @Inject private People people;
  @Inject private Asked asked;

  private @Nullable Page<BookingView> page;
  private @Nullable List<TaskName> about;
  private @Nullable List<TaskName> closing;

  /** Those that the reader sees, the latest stay first; none before the page is written. */
  public Page<BookingView> getPage() {
    if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      return Page.whole(List.of());
    }
    if (page == null) {
      page = stays.ofTask(asked.text("key"), PageAsk.first(ROWS));
      people.meet(page.items().stream().map(BookingView::createdBy).toList());
    }
    return page;
  }

  /** The newest tasks about a room, of those that the reader sees. */
  public List<TaskName> ofRoom(UUID room) {
    if (about == null) {
      about = stays.aboutRoom(room);
    }
    return about;
  }

  /** The tasks that keep a room from being booked, of those that the reader sees. */
  public List<TaskName> closing(UUID room) {
    if (closing == null) {
      closing = stays.closing(room);
    }
    return closing;
  }
}
