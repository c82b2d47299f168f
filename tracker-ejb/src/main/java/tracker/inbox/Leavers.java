package tracker.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import tracker.identity.AccountChanged;

/** What who is gone was told goes too, in the same transaction. */
@ApplicationScoped
class Leavers {
  @Inject private NoticeRows rows;

  void left(@Observes AccountChanged changed) {
    if (changed.fields().stream().anyMatch(one -> one.name().equals("deleted"))) {
      rows.forget(changed.accountId());
    }
  }
}
