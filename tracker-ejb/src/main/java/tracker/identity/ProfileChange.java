package tracker.identity;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch of one's own account: null leaves, an empty Optional clears. A new password needs
 * the old one.
 */
public record ProfileChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name,
    @Nullable Optional<@Pattern(regexp = "ru|en", message = "{invalid.locale}") String> locale,
    @Nullable Optional<String> timeZone,
    @Nullable Optional<@Pattern(regexp = "light|dark|system", message = "{invalid.theme}") String>
        theme,
    @Nullable Optional<String> password,
    @Nullable Optional<String> oldPassword) {
  @Override
  public String toString() {
    return "ProfileChange[…]"; // never in a log
  }
}
