package tracker.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tracker.shared.Clock;
import tracker.shared.Settings;

/** The store that this installation is set to, opened once. */
@ApplicationScoped
class Stores {
  private final AttachmentSettings settings = AttachmentSettings.read(Settings.ofProcess());
  @Inject private Clock clock;
  private final Store store = Store.of(settings, () -> clock.now());

  Store store() {
    return store;
  }

  AttachmentSettings settings() {
    return settings;
  }
}
