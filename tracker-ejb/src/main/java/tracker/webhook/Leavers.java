package tracker.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import tracker.identity.AccountChanged;
import tracker.shared.Sql;

/** The webhooks of who is gone go too, in the same transaction. */
@ApplicationScoped
class Leavers {
  @Inject private Sql sql;

  void left(@Observes AccountChanged changed) {
    if (changed.fields().stream().anyMatch(one -> one.name().equals("deleted"))) {
      sql.change("delete from webhook.webhook where created_by = ?", changed.accountId());
    }
  }
}
