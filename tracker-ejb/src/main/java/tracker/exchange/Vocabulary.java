package tracker.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tracker.work.Priority;
import tracker.work.TaskType;
import tracker.workflow.Category;

/** The words of other trackers, in English and Russian, and what they are here. */
final class Vocabulary {
  private static final Map<String, Category> STATUSES =
      book(
          Map.of(
              Category.TODO,
              "todo, to do, open, new, backlog, reopened, selected for development, planned, ready,"
                  + " новая, новый, новое, открыта, открыт, открыто, открыта заново,"
                  + " переоткрыт, переоткрыта, переоткрыто, к выполнению, сделать, бэклог,"
                  + " запланировано, запланирована, ожидает",
              Category.IN_PROGRESS,
              "in_progress, in progress, doing, started, assigned, in review, review, code review,"
                  + " under review, testing, in testing, qa, in qa, feedback, blocked, on hold,"
                  + " in development, в работе, в процессе, назначена, назначен, выполняется,"
                  + " обратная связь, на проверке, проверка, тестирование, на тестировании,"
                  + " в разработке, приостановлена, заблокирована",
              Category.DONE,
              "done, closed, resolved, complete, completed, finished, fixed, released, готово,"
                  + " сделано, выполнено, выполнена, завершено, завершена, закрыта, закрыт,"
                  + " закрыто, решена, решен, решён, решено",
              Category.CANCELED,
              "canceled, cancelled, rejected, declined, won't do, won't fix, wontfix, duplicate,"
                  + " obsolete, invalid, отклонена, отклонен, отклонён, отклонено, отменена,"
                  + " отменен, отменён, отменено, дубликат"));

  private static final Map<String, Priority> PRIORITIES =
      book(
          Map.of(
              Priority.LOW,
              "low, lowest, minor, trivial, низкий, низкая, самый низкий, незначительный,"
                  + " наинизший, тривиальный",
              Priority.NORMAL,
              "normal, medium, none, нормальный, обычный, средний, средняя",
              Priority.HIGH,
              "high, highest, major, critical, blocker, urgent, immediate, высокий, высокая,"
                  + " самый высокий, наивысший, срочный, немедленный, критический, критичный,"
                  + " важный, серьезный, серьёзный, блокирующий"));

  private static final Map<String, String> TYPES =
      book(
          Map.of(
              "task",
              "задача",
              "bug",
              "defect, ошибка, баг, дефект",
              "improvement",
              "enhancement, feature, new feature, улучшение, новая функция, новая функциональность",
              "question",
              "support, вопрос, поддержка",
              "subtask",
              "sub-task, подзадача",
              "story",
              "история",
              "epic",
              "эпик"));

  private Vocabulary() {}

  private static <T> Map<String, T> book(Map<T, String> words) {
    Map<String, T> book = new HashMap<>();
    words.forEach(
        (meaning, all) -> {
          for (String word : all.split(",")) {
            book.put(word.strip(), meaning);
          }
        });
    return Map.copyOf(book);
  }

  static Optional<Category> status(String word) {
    return Optional.ofNullable(STATUSES.get(low(word)));
  }

  static Optional<Priority> priority(String word) {
    return Optional.ofNullable(PRIORITIES.get(low(word)));
  }

  /** A type; one that is not known becomes a word of ours where its letters let it. */
  static Optional<String> type(String word) {
    String known = TYPES.get(low(word));
    String type = known == null ? low(word).replaceAll("[^\\p{L}0-9]+", "_") : known;
    return type.matches(TaskType.SHAPE) ? Optional.of(type) : Optional.empty();
  }

  private static String low(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
  }
}
