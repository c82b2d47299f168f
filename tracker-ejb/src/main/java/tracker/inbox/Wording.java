package tracker.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.shared.Ids;
import tracker.shared.Texts;

/** Puts notices into the caller's words. */
@Dependent
class Wording {
  private static final int EXCERPT = 280;
  private static final Set<String> WORDS = Set.of("status", "priority", "type");

  /** Fields whose values say nothing to people. */
  private static final Set<String> IDS = Set.of("project", "parent_id");

  private final Accounts accounts;
  private final Caller caller;

  @Inject
  Wording(Accounts accounts, Caller caller) {
    this.accounts = accounts;
    this.caller = caller;
  }

  /** The same with names and words; all names are fetched at once. */
  List<NoticeView> told(List<NoticeView> raw) {
    Map<UUID, String> names = accounts.names(people(raw));
    Texts texts = Texts.in(caller.locale());
    return raw.stream().map(one -> told(one, names, texts)).toList();
  }

  private static Set<UUID> people(List<NoticeView> notices) {
    Set<UUID> people = new HashSet<>();
    for (NoticeView one : notices) {
      Stream<@Nullable UUID> named =
          one.changes().stream()
              .filter(change -> change.field().equals("assignee_id"))
              .flatMap(change -> Stream.of(change.old(), change.now()).map(Wording::id));
      Stream.concat(Stream.of(one).map(NoticeView::actorId), named)
          .filter(Objects::nonNull)
          .forEach(people::add);
    }
    return people;
  }

  private NoticeView told(NoticeView one, Map<UUID, String> names, Texts texts) {
    UUID actor = one.actorId();
    return new NoticeView(
        one.id(),
        one.at(),
        one.event(),
        one.reason(),
        texts.say(one.reason().text()),
        text(one, names, texts),
        one.taskId(),
        one.taskKey(),
        one.taskTitle(),
        one.projectId(),
        one.projectKey(),
        actor,
        actor == null ? null : names.get(actor),
        one.commentId(),
        excerpt(one.excerpt()),
        one.changes(),
        one.tasks(),
        one.operationId(),
        one.read(),
        one.readAt());
  }

  private String text(NoticeView one, Map<UUID, String> names, Texts texts) {
    if (one.tasks() > 1) {
      return texts.say("inbox.text.many", one.tasks());
    }
    if (one.reason() == Reason.MENTIONED) {
      return texts.say("inbox.text.mentioned");
    }
    if (one.event().equals("task.updated")) {
      return one.changes().stream()
          .map(change -> line(change, names, texts))
          .collect(Collectors.joining("; "));
    }
    String value =
        one.changes().isEmpty()
            ? ""
            : value(one.changes().get(0).field(), one.changes().get(0).now(), names, texts);
    return texts.say("inbox.text." + one.event(), value);
  }

  private String line(NoticeView.FieldChange change, Map<UUID, String> names, Texts texts) {
    String field = texts.say("inbox.field." + change.field());
    if (IDS.contains(change.field()) || isEmpty(change.old()) && isEmpty(change.now())) {
      return texts.say("inbox.changed", field);
    }
    String old = value(change.field(), change.old(), names, texts);
    String now = value(change.field(), change.now(), names, texts);
    return texts.say(
        "inbox.from_to",
        field,
        old.isEmpty() ? texts.say("inbox.none") : old,
        now.isEmpty() ? texts.say("inbox.none") : now);
  }

  private String value(
      String field, @Nullable JsonNode value, Map<UUID, String> names, Texts texts) {
    if (value == null || isEmpty(value)) {
      return "";
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::asText)
          .sorted()
          .collect(Collectors.joining(", "));
    }
    String text = value.asText();
    if (field.equals("assignee_id")) {
      UUID id = id(value);
      return id == null ? text : names.getOrDefault(id, "…");
    }
    if (field.equals("due_at")) {
      return time(text);
    }
    String key = "inbox.value." + text;
    return WORDS.contains(field) && texts.knows(key) ? texts.say(key) : text;
  }

  private String time(String text) {
    try {
      return DateTimeFormatter.ofPattern("d MMM yyyy, H:mm", caller.locale())
          .format(Instant.parse(text).atZone(caller.zone()));
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static boolean isEmpty(@Nullable JsonNode value) {
    return value == null || value.isNull();
  }

  private static @Nullable UUID id(@Nullable JsonNode value) {
    return value == null ? null : Ids.parse(value.asText());
  }

  private static @Nullable String excerpt(@Nullable String body) {
    if (body == null) {
      return null;
    }
    String line = body.strip().replaceAll("\\s+", " ");
    return line.length() <= EXCERPT
        ? line
        : line.substring(
                0,
                line.offsetByCodePoints(
                    0, Math.min(EXCERPT, line.codePointCount(0, line.length()))))
            + "…";
  }
}
