package tracker.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.shared.Csv;
import tracker.shared.Json;

/**
 * Entries on their way out. The first part is there before anything is sent, so that refusals are
 * told; no part outlives the next.
 */
public final class AuditFile {
  private static final List<String> HEAD =
      List.of(
          "at",
          "actor",
          "actor_id",
          "action",
          "entity",
          "entity_id",
          "name",
          "project",
          "task",
          "field",
          "old",
          "new",
          "operation_id");

  /** What files there are. */
  public enum Kind {
    CSV("text/csv;charset=UTF-8"),
    JSONL("application/x-ndjson");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** The kind with this ending of names; empty where there is none. */
    public static Optional<Kind> of(String ending) {
      return Arrays.stream(values()).filter(one -> one.ending().equals(ending)).findFirst();
    }

    String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final String name;
  private final Function<@Nullable String, Audit.Part> parts;
  private final Audit.Part first;

  AuditFile(Kind kind, String name, Function<@Nullable String, Audit.Part> parts) {
    this.kind = kind;
    this.name = name;
    this.parts = parts;
    this.first = parts.apply(null);
  }

  /** The headers of the answer. */
  public Map<String, String> headers() {
    return Map.of(
        "Content-Type",
        kind.type,
        "Content-Disposition",
        "attachment; filename=\"" + name + "." + kind.ending() + "\"");
  }

  public void writeTo(OutputStream out) throws IOException {
    if (kind == Kind.CSV) {
      write(out, Csv.lines(List.of(HEAD)));
    }
    Audit.Part part = first;
    while (true) {
      write(out, lines(part.entries()));
      String next = part.next();
      if (next == null) {
        return;
      }
      part = parts.apply(next);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String lines(List<AuditEntry> entries) {
    return kind == Kind.CSV
        ? Csv.lines(entries.stream().map(AuditFile::cells).toList())
        : entries.stream().map(one -> Json.write(one) + "\n").collect(Collectors.joining());
  }

  private static List<String> cells(AuditEntry one) {
    return Stream.of(
            one.at(),
            one.actor(),
            one.actorId(),
            one.action(),
            one.entity(),
            one.entityId(),
            one.name(),
            one.projectKey(),
            one.taskKey(),
            one.field(),
            text(one.old()),
            text(one.now()),
            one.operationId())
        .map(value -> value == null ? "" : value.toString())
        .toList();
  }

  // a text without its quotes, everything else as JSON
  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || value.isNull()
        ? null
        : value.isTextual() ? value.asText() : value.toString();
  }
}
