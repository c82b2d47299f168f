package tracker.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to become an account; {@code role} counts only where an administrator creates it.
 */
public record NewAccount(
    @NotNull(message = "{invalid.required}")
        @Email(message = "{invalid.email}")
        @Size(max = 254, message = "{invalid.size}")
        String email,
    @NotNull(message = "{invalid.required}") String password,
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String name,
    @Nullable Role role) {
  /** Trims, and compares e-mails in lower case. */
  public NewAccount {
    email = email == null ? email : email.strip().toLowerCase(Locale.ROOT);
    name = name == null ? name : name.strip();
  }

  @Override
  public String toString() {
    return "NewAccount[…]"; // never in a log
  }
}
