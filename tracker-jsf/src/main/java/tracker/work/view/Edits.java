package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Text;
import tracker.shared.view.People;
import tracker.shared.view.Times;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** Changes one field of a task and says what was done, with the way back. */
@RequestScoped
class Edits {
  @Inject private Tasks tasks;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Choices choices;
  @Inject private Times times;
  @Inject private Toasts toasts;
  @Inject private Words words;

  TaskView apply(String idOrKey, Edit edit, @Nullable Long version) {
    TaskView task = tasks.change(idOrKey, edit.change(caller.zone()), version);
    toasts.done(told(task, edit.field()));
    return task;
  }

  /** Says what a field of a task is now. */
  String told(TaskView task, String field) {
    return switch (field) {
      case "status" -> entered(task);
      case "priority" ->
          say("priority", task.key(), words.get("priority." + task.priority().word()));
      case "type" -> say("type", task.key(), choices.typeName(task.type()));
      case "assignee" -> assigned(task, task.assigneeId());
      case "due" ->
          task.dueAt() == null
              ? say("due.none", task.key(), "")
              : say("due", task.key(), times.due(task.dueAt()));
      default -> say(field, task.key(), "");
    };
  }

  /** Says the status of a task, and what is left below one that closed. */
  String entered(TaskView task) {
    String said = say("status", task.key(), choices.statusName(task.category(), task.statusName()));
    int open = task.subtasks().open();
    return task.category().isClosed() && open > 0
        ? said + ". " + words.count("edit.open_below", open)
        : said;
  }

  private String assigned(TaskView task, @Nullable UUID person) {
    return person == null
        ? say("assignee.none", task.key(), "")
        : say("assignee", task.key(), people.name(person));
  }

  private String say(String key, String first, String second) {
    return words.say(Text.of("edit." + key, first, second));
  }
}
