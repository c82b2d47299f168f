package tracker.webhook;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.Change;
import tracker.journal.Journal;

/**
 * Records what becomes of webhooks. Of an address only its beginning is recorded, of a secret only
 * that it changed: many an address is a secret too, and what is recorded stays for good.
 */
@Dependent
class WebhookHistory {
  static final String ENTITY = "webhook";

  @EJB private Journal journal;

  void created(WebhookView one) {
    journal.record(
        List.of(
            change(one.id(), "created", null, true),
            change(one.id(), "url", null, beginning(one.url())),
            change(one.id(), "events", null, one.events()),
            change(one.id(), "project_id", null, one.projectId()),
            change(one.id(), "active", null, one.active())));
  }

  void changed(WebhookView old, WebhookView now) {
    List<Change> changes = new ArrayList<>();
    if (!old.url().equals(now.url())) {
      changes.add(change(now.id(), "url", beginning(old.url()), beginning(now.url())));
    }
    note(changes, now.id(), "events", old.events(), now.events());
    note(changes, now.id(), "project_id", old.projectId(), now.projectId());
    note(changes, now.id(), "active", old.active(), now.active());
    note(changes, now.id(), "stopped", old.stopped(), now.stopped());
    journal.record(changes);
  }

  void rotated(UUID id) {
    journal.record(List.of(change(id, "secret", null, "rotated")));
  }

  void deleted(WebhookView one) {
    journal.record(List.of(change(one.id(), "deleted", beginning(one.url()), true)));
  }

  private static void note(
      List<Change> changes, UUID id, String field, @Nullable Object old, @Nullable Object now) {
    if (!Objects.equals(old, now)) {
      changes.add(change(id, field, old, now));
    }
  }

  // it belongs to its owner, so it has no project in which others would see it
  private static Change change(UUID id, String field, @Nullable Object old, @Nullable Object now) {
    return new Change(ENTITY, id, null, field, old, now);
  }

  private static String beginning(String url) {
    URI full = URI.create(url);
    return full.getScheme() + "://" + full.getRawAuthority() + "/…";
  }
}
