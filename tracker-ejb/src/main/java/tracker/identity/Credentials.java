package tracker.identity;

import jakarta.validation.constraints.NotNull;

/** What somebody signs in with. */
public record Credentials(
    @NotNull(message = "{invalid.required}") String email,
    @NotNull(message = "{invalid.required}") String password) {
  @Override
  public String toString() {
    return "Credentials[…]"; // never in a log
  }
}
