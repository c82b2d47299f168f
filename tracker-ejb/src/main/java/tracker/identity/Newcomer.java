package tracker.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a project of another instance names.
 *
 * @param ref what the project's document calls them
 * @param email by which their account here is known; null where the document does not tell it
 * @param id the account that they had there, where there is no e-mail
 * @param removed whether they are the pseudonym of somebody who was removed
 */
public record Newcomer(
    @NotBlank(message = "{invalid.required}") @Size(max = 50, message = "{invalid.size}")
        String ref,
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String name,
    @Nullable @Size(min = 3, max = 254, message = "{invalid.size}") String email,
    @Nullable UUID id,
    boolean removed) {
  /** Trims, and compares e-mails in lower case. */
  public Newcomer {
    email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    name = name == null ? name : name.strip();
  }

  @Override
  public String toString() {
    return "Newcomer[" + ref + "]"; // never in a log
  }
}
