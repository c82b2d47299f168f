package tracker.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.feed.ChangeView;
import tracker.feed.Happened;
import tracker.shared.Ids;

/** What of an event people are told. */
final class Told {
  /** Where a card lies on the board, and what follows from another project. */
  private static final Set<String> SILENT = Set.of("rank", "key", "refs");

  private static final Set<String> LONG = Set.of("description", "body");
  private static final Set<String> WHOLES = Set.of("created", "deleted", "restored");
  private static final Set<String> OF_OTHERS =
      Set.of("comment.created", "comment.updated", "attachment.created", "link.created");

  private Told() {}

  static boolean isWorthTelling(Happened event) {
    ChangeView first = event.first();
    if (first.taskId() == null) {
      return false;
    }
    return first.entity().equals("task")
        ? event.changes().stream().anyMatch(one -> !SILENT.contains(one.field()))
        : OF_OTHERS.contains(event.type());
  }

  /** Whether all whom the task concerns are told; else only those whom the comment speaks to. */
  static boolean isForAll(Happened event) {
    return !event.type().equals("comment.updated");
  }

  static UUID task(Happened event) {
    return Objects.requireNonNull(event.first().taskId());
  }

  /** Whose task it was until this. */
  static @Nullable UUID former(Happened event) {
    return event.changes().stream()
        .filter(one -> one.entity().equals("task") && one.field().equals("assignee_id"))
        .map(ChangeView::old)
        .filter(old -> old != null && old.isTextual())
        .map(old -> Ids.parse(old.asText()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static NoticeRows.Notice notice(Happened event, Whom.One one) {
    ChangeView last = event.changes().get(event.changes().size() - 1);
    return new NoticeRows.Notice(
        Ids.next(),
        one.account(),
        event.id(),
        event.type(),
        last.at(),
        one.reason(),
        task(event),
        last.entity().equals("comment") ? last.entityId() : null,
        last.actorId(),
        last.operationId(),
        changes(event),
        1,
        one.mail());
  }

  private static List<NoticeView.FieldChange> changes(Happened event) {
    List<NoticeView.FieldChange> told = new ArrayList<>();
    for (ChangeView one : event.changes()) {
      boolean whole = WHOLES.contains(one.field());
      if (whole && one.entity().equals("attachment")) {
        told.add(new NoticeView.FieldChange("file", null, name(one.now())));
      } else if (!whole && !SILENT.contains(one.field())) {
        boolean isLong = LONG.contains(one.field());
        told.add(
            new NoticeView.FieldChange(
                one.field(), isLong ? null : one.old(), isLong ? null : one.now()));
      }
    }
    return told;
  }

  private static @Nullable JsonNode name(@Nullable JsonNode file) {
    return file == null ? null : TextNode.valueOf(file.path("name").asText());
  }
}
