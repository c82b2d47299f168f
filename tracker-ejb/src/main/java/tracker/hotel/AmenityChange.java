package tracker.hotel;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of an amenity: null leaves. */
public record AmenityChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name) {}
