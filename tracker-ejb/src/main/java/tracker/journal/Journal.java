package tracker.journal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.shared.Clock;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.Texts;

/** The door to the record of changes. */
@Stateless
public class Journal {
  /** For how long an operation can be taken back. */
  public static final Duration UNDO_FOR = Duration.ofHours(24);

  @Inject private Entries entries;
  @Inject private Proofs proofs;
  @Inject private Scribe scribe;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Event<ChangesRecorded> recorded;
  @Inject @Any private Instance<Reversible> reversibles;

  /**
   * Records changes in the caller's transaction under the caller's operation; an empty list records
   * nothing. One round trip; who observes {@link ChangesRecorded} takes part in the transaction.
   */
  @Allowed(Right.INTERNAL)
  public void record(List<Change> changes) {
    record(changes, null);
  }

  /** The same, and reads rows as they are once all is recorded, in the same round trip. */
  @Allowed(Right.INTERNAL)
  public <T> List<T> record(List<Change> changes, Sql.@Nullable Query<T> then) {
    List<Sql.Call> along = List.of();
    if (!changes.isEmpty()) {
      ChangesRecorded these = new ChangesRecorded(changes);
      recorded.fire(these);
      along = these.along();
    }
    return entries.write(changes, caller, clock, along, then);
  }

  /**
   * Takes over what was recorded in another instance, under its times and actors and the caller's
   * operation as that which brought it. Nobody hears of it as of a change, and nobody takes it
   * back.
   *
   * @return the id of an entity or entry that has a record here already, which none may have
   */
  @Allowed(Right.INTERNAL)
  public Optional<UUID> bring(List<Brought> brought) {
    List<UUID> ids = brought.stream().map(Brought::id).toList();
    Optional<UUID> known =
        entries.known(brought, caller.operation()).or(() -> entries.recorded(ids));
    if (known.isEmpty()) {
      entries.bring(brought, caller.operation());
    }
    return known;
  }

  /**
   * The changes of one entity, newest first. Whoever asks checks the right to see the entity first.
   */
  @Allowed(Right.INTERNAL)
  public Page<HistoryEntry> history(UUID entityId, PageAsk ask) {
    return entries.of(entityId, ask);
  }

  /** One change of an entity. Whoever asks checks the right to see the entity first. */
  @Allowed(Right.INTERNAL)
  public Optional<HistoryEntry> change(UUID entityId, UUID id) {
    return entries.one(entityId, id);
  }

  /**
   * Takes an operation back, for 24 hours: one's own, or any for administrators; others' look
   * unknown.
   */
  @Allowed(Right.SIGNED_IN)
  public Undone undo(UUID operationId) {
    List<HistoryEntry> done = entries.ofOperation(operationId);
    boolean mine = done.stream().allMatch(one -> caller.id().equals(one.actorId()));
    if (done.isEmpty() || !mine && !caller.isAdmin()) {
      throw Problem.of(JournalProblem.OPERATION_NOT_FOUND);
    }
    if (entries.cameHere(operationId)) {
      throw Problem.of(JournalProblem.DONE_ELSEWHERE);
    }
    if (done.get(0).at().isBefore(clock.now().minus(UNDO_FOR))) {
      throw Problem.of(JournalProblem.UNDO_TOO_LATE);
    }
    Set<String> words = done.stream().map(HistoryEntry::entity).collect(Collectors.toSet());
    List<Skipped> skipped = new ArrayList<>();
    int undone = 0;
    for (Map<UUID, List<HistoryEntry>> some : alike(done)) {
      Optional<Reversible> owner = owner(word(some));
      Map<UUID, Skipped> stay = owner.isPresent() ? owner.get().revert(some) : all(some);
      for (Map.Entry<UUID, List<HistoryEntry>> one : some.entrySet()) {
        if (owner.isEmpty() || !owner.get().cameAlong(one.getValue(), words)) {
          Skipped why = stay.get(one.getKey());
          undone += why == null ? 1 : 0;
          Optional.ofNullable(why).ifPresent(skipped::add);
        }
      }
    }
    return new Undone(undone, skipped, caller.operation());
  }

  /**
   * The changes by entity, in their order; those of the same kind that follow one another together.
   */
  private static List<Map<UUID, List<HistoryEntry>>> alike(List<HistoryEntry> changes) {
    List<Map<UUID, List<HistoryEntry>>> parts = new ArrayList<>();
    String word = "";
    for (HistoryEntry one : changes) {
      if (!one.entity().equals(word)) {
        word = one.entity();
        parts.add(new LinkedHashMap<>());
      }
      parts.get(parts.size() - 1).computeIfAbsent(one.entityId(), id -> new ArrayList<>()).add(one);
    }
    return parts;
  }

  private static String word(Map<UUID, List<HistoryEntry>> alike) {
    return alike.values().iterator().next().get(0).entity();
  }

  private Optional<Reversible> owner(String entity) {
    for (Reversible one : reversibles) {
      if (one.entity().equals(entity)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private Map<UUID, Skipped> all(Map<UUID, List<HistoryEntry>> alike) {
    JournalProblem code = JournalProblem.NOT_REVERSIBLE;
    String words = Texts.in(caller.locale()).say(code.textKey(), word(alike));
    return alike.keySet().stream()
        .collect(Collectors.toMap(id -> id, id -> new Skipped(id, code.name(), words)));
  }

  /** Recomputes every hash. */
  @Allowed(Right.ADMIN)
  public Proof verify() {
    return proofs.verify();
  }

  /** A part of the whole record, to be kept and verified elsewhere. */
  @Allowed(Right.ADMIN)
  public Transcript transcript(Transcript.Place after) {
    return scribe.after(after);
  }
}
