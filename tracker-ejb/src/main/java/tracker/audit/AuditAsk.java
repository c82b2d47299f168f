package tracker.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Storable;

/**
 * Which entries of the record are asked for; null narrows nothing.
 *
 * @param actor who did it
 * @param entity the kind of thing, one of {@link #ENTITIES}
 * @param project a project's key or id
 * @param from the first day, where the caller is
 * @param to the last day, where the caller is
 */
public record AuditAsk(
    @Nullable UUID actor,
    @Nullable String entity,
    @Nullable AuditAction action,
    @Nullable String project,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  /** The kinds of things that are recorded. */
  public static final List<String> ENTITIES =
      List.of(
          "task",
          "comment",
          "attachment",
          "link",
          "tag",
          "project",
          "workflow",
          "account",
          "filter",
          "webhook",
          "booking",
          "hotel",
          "room",
          "amenity",
          "city",
          "country",
          "image");

  /** Everything. */
  public static final AuditAsk ALL = new AuditAsk(null, null, null, null, null, null);

  /** Reads words of a query; those that it does not know are 422. */
  public static AuditAsk of(
      @Nullable UUID actor,
      @Nullable String entity,
      @Nullable String action,
      @Nullable String project,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    String kind = given(entity);
    if (kind != null && !ENTITIES.contains(kind)) {
      throw Problem.invalid("entity", "invalid.word", String.join(", ", ENTITIES));
    }
    Storable.check("project", project);
    if (from != null && to != null && to.isBefore(from)) {
      throw Problem.invalid("to", "invalid.audit_days");
    }
    return new AuditAsk(actor, kind, action(given(action)), given(project), from, to);
  }

  private static @Nullable AuditAction action(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return Arrays.stream(AuditAction.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                    "action",
                    "invalid.word",
                    Arrays.stream(AuditAction.values())
                        .map(AuditAction::word)
                        .collect(Collectors.joining(", "))));
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Whether it narrows anything. */
  public boolean isNarrow() {
    return !equals(ALL);
  }
}
