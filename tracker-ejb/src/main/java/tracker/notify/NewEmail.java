package tracker.notify;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to one address.
 *
 * @param subject one line
 * @param body plain text
 * @param sendAt not before this; null for at once
 */
public record NewEmail(
    @NotBlank(message = "{invalid.required}")
        @Email(message = "{invalid.email}")
        @Size(max = 254, message = "{invalid.size}")
        @Pattern(regexp = "[\\x21-\\x7e]*", message = "{invalid.email}")
        String to,
    @NotBlank(message = "{invalid.required}")
        @Size(min = 1, max = 200, message = "{invalid.size}")
        @Pattern(regexp = "\\P{Cntrl}*", message = "{invalid.line}")
        String subject,
    @NotNull(message = "{invalid.required}") @Size(max = 100_000, message = "{invalid.size}")
        String body,
    @Nullable Instant sendAt) {
  @Override
  public String toString() {
    return "NewEmail[…]"; // never in a log
  }
}
