package tracker.work.view;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tracker.work.NewTask;

/** A new task as the browser sends it, from the dialog or from a line with marks. */
final class Draft {
  private Draft() {}

  /**
   * What the running request asks for.
   *
   * @param project its key, or null for a personal task
   */
  static NewTask sent(@Nullable String project, ZoneId zone) {
    String priority = Sent.text("priority");
    return new NewTask(
        Sent.value("title"),
        Sent.text("text"),
        Sent.text("status"),
        priority == null ? null : Edit.priority(priority),
        Edit.due(or(Sent.text("due")), zone),
        Edit.person(or(Sent.text("assignee"))),
        Edit.tags(or(Sent.text("tags"))),
        project,
        null,
        null,
        null);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
