package tracker.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.journal.LastProof;
import tracker.journal.RecordSound;
import tracker.shared.Clock;
import tracker.shared.Cursor;
import tracker.shared.Page;
import tracker.shared.PageAsk;

/**
 * The door to the record of all changes, for administrators: they see every project, so they see
 * what happened in it. Only the words of filters that people keep for themselves are left out.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Audit {
  /** How many entries of a file are in memory at a time. */
  private static final int MANY = 1000;

  @Inject private AuditRows rows;
  @Inject private RecordSound sound;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** A part of a file, and what to ask for the part after it; null where this is the last. */
  record Part(List<AuditEntry> entries, @Nullable String next) {}

  /** The entries that match, the last first; more than 100,000 are not counted. */
  @Allowed(Right.ADMIN)
  public Page<AuditEntry> list(AuditAsk ask, PageAsk part) {
    return rows.page(ask, caller.zone(), part);
  }

  /** How the last proof of the record ended; empty before the first. */
  @Allowed(Right.ADMIN)
  public Optional<LastProof> proof() {
    return sound.last();
  }

  /** All entries that match as a file that is read while it is written. */
  @Allowed(Right.ADMIN)
  public AuditFile file(AuditAsk ask, AuditFile.Kind kind) {
    String day = clock.now().atZone(caller.zone()).toLocalDate().toString();
    return new AuditFile(kind, "audit-" + day, cursor -> part(ask, cursor));
  }

  private Part part(AuditAsk ask, @Nullable String cursor) {
    List<AuditEntry> found = rows.some(ask, caller.zone(), new PageAsk(1, MANY, cursor));
    if (found.size() <= MANY) {
      return new Part(found, null);
    }
    AuditEntry last = found.get(MANY - 1);
    return new Part(found.subList(0, MANY), Cursor.write(last.at(), last.id()));
  }
}
