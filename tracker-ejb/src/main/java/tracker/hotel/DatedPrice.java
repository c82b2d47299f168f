package tracker.hotel;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a night costs from one day to another.
 *
 * @param from the first night
 * @param to the last night
 */
public record DatedPrice(
    @NotNull(message = "{invalid.required}") LocalDate from,
    @NotNull(message = "{invalid.required}") LocalDate to,
    @NotNull(message = "{invalid.required}")
        @DecimalMin(value = "0", message = "{invalid.amount}")
        @Digits(integer = 10, fraction = 2, message = "{invalid.amount}")
        BigDecimal amount) {
  boolean covers(LocalDate night) {
    return !night.isBefore(from) && !night.isAfter(to);
  }

  boolean meets(DatedPrice other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
