package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import tracker.shared.Settings;

/** Hands the settings of this process to whoever injects them. */
@ApplicationScoped
class Configured {
  // a record cannot be proxied, so it is dependent; reading costs little and happens once per bean
  @Produces
  IdentitySettings identity() {
    return IdentitySettings.read(Settings.ofProcess());
  }
}
