package tracker.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a file can give, and the names that it has in files of our own and others. */
enum Field {
  TITLE("title", "summary", "subject", "тема", "резюме", "название", "заголовок", "name"),
  DESCRIPTION("description", "описание"),
  STATUS("status", "статус"),
  PRIORITY("priority", "приоритет"),
  TYPE(
      "type",
      "issue type",
      "tracker",
      "трекер",
      "тип",
      "тип задачи",
      "тип запроса",
      "тип проблемы"),
  DUE_AT(
      "due_at",
      "due date",
      "due",
      "срок завершения",
      "срок исполнения",
      "срок выполнения",
      "дата завершения",
      "дата выполнения",
      "срок"),
  ASSIGNEE("assignee", "assigned to", "назначена", "назначен", "назначено", "исполнитель"),
  TAGS("tags", "labels", "label", "метки", "теги"),
  PARENT(
      "parent",
      "parent_id",
      "parent key",
      "parent id",
      "parent task",
      "родительская задача",
      "родитель"),
  REFS("refs"),
  /** Its name outside, by which it is known again. */
  KEY("key", "issue key", "#", "код", "ключ", "код запроса", "ключ запроса", "код проблемы"),
  /** An account's id, which goes before the name. */
  ASSIGNEE_ID("assignee_id"),
  /** Its own id, or another name outside. */
  ID("id", "issue id"),
  /** What a status amounts to where its name says nothing. */
  STATUS_CATEGORY("status category", "category", "категория статуса"),
  /** Nothing that is kept. */
  NONE("-");

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /** The public word, e.g. {@code due_at}; a minus for what is not kept. */
  String word() {
    return this == NONE ? "-" : name().toLowerCase(Locale.ROOT);
  }

  /** By its public word. */
  static Optional<Field> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findAny();
  }

  /** By the name of a column. */
  static Field named(String header) {
    String name = header.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.names.contains(name)).findFirst().orElse(NONE);
  }
}
