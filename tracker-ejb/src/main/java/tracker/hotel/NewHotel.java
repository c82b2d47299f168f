package tracker.hotel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hotel to be added. What is absent: no amenities, no managers, the time zone UTC, no approval,
 * changes and cancellation until the first day, no cleaning; see {@link HotelView}.
 */
public record NewHotel(
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 200, message = "{invalid.size}")
        String name,
    @NotNull(message = "{invalid.required}") UUID cityId,
    @Nullable @Size(min = 0, max = 500, message = "{invalid.size}") String address,
    @Nullable @Size(min = 0, max = 10_000, message = "{invalid.size}") String description,
    @Nullable @Size(min = 0, max = 100, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") UUID> amenityIds,
    @Nullable @Size(min = 1, max = 60, message = "{invalid.size}") String timeZone,
    @Nullable
        @Min(value = 1, message = "{invalid.days}")
        @Max(value = 365, message = "{invalid.days}")
        Integer longestStay,
    @Nullable Boolean approval,
    @Nullable
        @Min(value = 0, message = "{invalid.days}")
        @Max(value = 365, message = "{invalid.days}")
        Integer freeCancelDays,
    @Nullable @Size(min = 0, max = 100, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") UUID> managerIds,
    @Nullable UUID projectId,
    @Nullable Boolean cleaning) {}
