package tracker.journal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import tracker.identity.AccountChanged;

/** Records what happens to accounts, in their transaction: identity cannot know the journal. */
@ApplicationScoped
class AccountsListener {
  private static final String ENTITY = "account";
  @EJB private Journal journal;

  void record(@Observes AccountChanged changed) {
    UUID id = changed.accountId();
    List<Change> changes =
        changed.fields().stream()
            .map(field -> new Change(ENTITY, id, null, field.name(), field.old(), field.now()))
            .toList();
    journal.record(changes);
  }
}
