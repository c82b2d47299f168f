package tracker.hotel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import tracker.identity.AccountChanged;
import tracker.shared.Sql;

/** Who is gone runs no hotel any more. */
@ApplicationScoped
class Leavers {
  @Inject private Sql sql;

  void left(@Observes AccountChanged changed) {
    if (changed.fields().stream().anyMatch(one -> one.name().equals("deleted"))) {
      sql.change(
          "update hotel.hotel set manager_ids = array_remove(manager_ids, ?), version = version + 1"
              + " where manager_ids @> array[?::uuid]",
          changed.accountId(),
          changed.accountId());
    }
  }
}
