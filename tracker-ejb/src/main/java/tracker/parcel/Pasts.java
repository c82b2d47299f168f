package tracker.parcel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.journal.Brought;
import tracker.journal.Journal;
import tracker.shared.Problem;
import tracker.shared.SqlFailure;

/** Takes the history of a project over, with the accounts that people have here. */
@Dependent
class Pasts {
  private static final String PART = "history";

  private final Journal journal;
  private final Proving proving;

  @Inject
  Pasts(Journal journal, Proving proving) {
    this.journal = journal;
    this.proving = proving;
  }

  void take(Load load, Map<String, String> accounts, int first, List<Packed.Entry> rows) {
    Values values = new Values(accounts);
    proving.tasks(PART, first, "about", rows, load, Packed.Entry::about);
    try {
      Optional<UUID> known =
          journal.bring(rows.stream().map(values::of).map(Pasts::brought).toList());
      if (known.isPresent()) {
        throw Proving.here(place(first, rows, known.get()), known.get());
      }
    } catch (SqlFailure e) {
      // an id that stands twice, or text that cannot be kept
      if (e.state().startsWith("22") || e.state().startsWith("23")) {
        String place = PART + "[" + first + ".." + (first + rows.size() - 1) + "]";
        throw Problem.invalid(place, "invalid.parcel_row");
      }
      throw e;
    }
    load.came(PART, rows.size());
  }

  private static String place(int first, List<Packed.Entry> rows, UUID known) {
    for (int i = 0; i < rows.size(); i++) {
      Packed.Entry one = rows.get(i);
      if (one.id().equals(known) || one.entityId().equals(known)) {
        return PART + "[" + (first + i) + "]." + (one.id().equals(known) ? "id" : "entity_id");
      }
    }
    return PART;
  }

  private static Brought brought(Packed.Entry entry) {
    return new Brought(
        entry.id(),
        entry.entity(),
        entry.entityId(),
        entry.scope(),
        entry.about(),
        entry.at(),
        entry.actor(),
        entry.operationId(),
        entry.field(),
        entry.old(),
        entry.now());
  }
}
