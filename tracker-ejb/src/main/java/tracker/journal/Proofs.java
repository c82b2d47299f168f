package tracker.journal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Sql;

/** Recomputes the record, and remembers how that ended. */
@Dependent
class Proofs {
  /** So many entries, or those of one entity, are proved by one statement. */
  private static final int PART = 200_000;

  private final Sql sql;
  private final Clock clock;
  private final int part;

  @Inject
  Proofs(Sql sql, Clock clock) {
    this(sql, clock, PART);
  }

  Proofs(Sql sql, Clock clock, int part) {
    this.sql = sql;
    this.clock = clock;
    this.part = part;
  }

  /** Recomputes every hash, a part of the record at a time. */
  Proof verify() {
    long checked = 0;
    UUID bad = null;
    UUID after = null;
    do {
      UUID until =
          sql.first(
                  "select e from journal.part_end(?::uuid, ?) e where e is not null",
                  row -> row.getObject(1, UUID.class),
                  after,
                  part)
              .orElse(null);
      Proof one =
          sql.first(
                  "select checked, first_bad from journal.verify(?::uuid, ?::uuid)",
                  row -> read(row.getLong("checked"), Sql.id(row, "first_bad")),
                  after,
                  until)
              .orElseThrow();
      checked += one.checked();
      bad = first(bad, one.firstBad());
      after = until;
    } while (after != null);
    return read(checked, bad);
  }

  // ids are made in the order of time
  private static @Nullable UUID first(@Nullable UUID one, @Nullable UUID other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.toString().compareTo(other.toString()) < 0 ? one : other;
  }

  /** The same, kept for {@link #last}. */
  Proof renew() {
    Proof proof = verify();
    sql.change(
        "insert into journal.proof (at, checked, first_bad) values (?, ?, ?) on conflict (only_one)"
            + " do update set at = excluded.at, checked = excluded.checked,"
            + " first_bad = excluded.first_bad",
        clock.now(),
        proof.checked(),
        proof.firstBad());
    return proof;
  }

  /** How the last one ended; empty before the first. */
  Optional<LastProof> last() {
    return sql.first(
        "select at, checked, first_bad from journal.proof",
        row ->
            new LastProof(
                read(row.getLong("checked"), Sql.id(row, "first_bad")), Sql.time(row, "at")));
  }

  private static Proof read(long checked, @Nullable UUID bad) {
    return new Proof(bad == null, checked, bad);
  }
}
