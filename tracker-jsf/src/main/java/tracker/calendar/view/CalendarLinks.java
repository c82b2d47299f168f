package tracker.calendar.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.calendar.CalendarLink;
import tracker.calendar.Calendars;
import tracker.calendar.NewCalendarLink;
import tracker.shared.Ids;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/**
 * Secret links to calendars: one's own and those of rooms. A link is shown in the answer to the
 * request that made it, and never again.
 */
@Named("calendarLinks")
@RequestScoped
public class CalendarLinks {
  @Inject private Calendars calendars;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable List<CalendarLink> all;
  private @Nullable String secret;

  /** The reader's links to the calendar of a room; of null to their own. */
  public List<CalendarLink> of(@Nullable UUID room) {
    if (all == null) {
      all = calendars.links();
    }
    return all.stream().filter(one -> Objects.equals(one.roomId(), room)).toList();
  }

  /** Makes one; the form shows it then. */
  public void create() {
    CalendarLink made = calendars.create(new NewCalendarLink(Ids.parse(asked.textOrNull("room"))));
    // the browser knows under which name it reached us, and puts that before it
    secret = shell.link(Objects.requireNonNullElse(made.path(), ""));
    all = null;
  }

  /** Takes back the one that the request names. */
  public void revoke() {
    calendars.revoke(asked.id("link"));
    toasts.say(words.get("calendar.revoked"));
    shell.again();
  }

  public @Nullable String getSecret() {
    return secret;
  }
}
