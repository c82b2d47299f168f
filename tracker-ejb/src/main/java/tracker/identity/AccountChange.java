package tracker.identity;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch of an account by an administrator: null leaves.
 *
 * @param password another one, for who has lost it or never had one
 */
public record AccountChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name,
    @Nullable Optional<Role> role,
    @Nullable Optional<Boolean> active,
    @Nullable Optional<String> password) {
  @Override
  public String toString() {
    return "AccountChange[…]"; // never in a log
  }
}
