package tracker.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booking to be made.
 *
 * @param guests one where absent
 * @param taskId a task that the caller sees
 */
public record NewBooking(
    @NotNull(message = "{invalid.required}") UUID roomId,
    @NotNull(message = "{invalid.required}") LocalDate checkIn,
    @NotNull(message = "{invalid.required}") LocalDate checkOut,
    @Nullable
        @Min(value = 1, message = "{invalid.capacity}")
        @Max(value = 100, message = "{invalid.capacity}")
        Integer guests,
    @Nullable @Size(min = 0, max = 2000, message = "{invalid.size}") String note,
    @Nullable UUID taskId) {}
