package tracker.hotel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge patch of a hotel: null leaves. */
public record HotelChange(
    @Nullable Optional<@Size(min = 1, max = 200, message = "{invalid.size}") String> name,
    @Nullable Optional<UUID> cityId,
    @Nullable Optional<@Size(min = 0, max = 500, message = "{invalid.size}") String> address,
    @Nullable Optional<@Size(min = 0, max = 10_000, message = "{invalid.size}") String> description,
    @Nullable
        Optional<
            @Size(min = 0, max = 100, message = "{invalid.count}") List<
                @NotNull(message = "{invalid.required}") UUID>>
        amenityIds,
    @Nullable Optional<@Size(min = 1, max = 60, message = "{invalid.size}") String> timeZone,
    @Nullable
        Optional<
            @Min(value = 1, message = "{invalid.days}")
            @Max(value = 365, message = "{invalid.days}") Integer>
        longestStay,
    @Nullable Optional<Boolean> approval,
    @Nullable
        Optional<
            @Min(value = 0, message = "{invalid.days}")
            @Max(value = 365, message = "{invalid.days}") Integer>
        freeCancelDays,
    @Nullable
        Optional<
            @Size(min = 0, max = 100, message = "{invalid.count}") List<
                @NotNull(message = "{invalid.required}") UUID>>
        managerIds,
    @Nullable Optional<UUID> projectId,
    @Nullable Optional<Boolean> cleaning) {
  /** Changes nothing but who runs it. */
  public static HotelChange ofManagers(List<UUID> managers) {
    return new HotelChange(
        null, null, null, null, null, null, null, null, null, Optional.of(managers), null, null);
  }
}
