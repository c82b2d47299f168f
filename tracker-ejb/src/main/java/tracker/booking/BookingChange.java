package tracker.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge patch of a booking: null leaves. Another room is one of the same hotel. */
public record BookingChange(
    @Nullable Optional<UUID> roomId,
    @Nullable Optional<LocalDate> checkIn,
    @Nullable Optional<LocalDate> checkOut,
    @Nullable
        Optional<
            @Min(value = 1, message = "{invalid.capacity}")
            @Max(value = 100, message = "{invalid.capacity}") Integer>
        guests,
    @Nullable Optional<@Size(min = 0, max = 2000, message = "{invalid.size}") String> note,
    @Nullable Optional<UUID> taskId) {}
