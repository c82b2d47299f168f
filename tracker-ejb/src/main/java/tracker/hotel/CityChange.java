package tracker.hotel;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge patch of a city: null leaves. */
public record CityChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name,
    @Nullable Optional<UUID> countryId) {}
