package tracker.image;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of a picture: where it stands among the others; the least place is the cover. */
public record ImageChange(
    @Nullable
        Optional<
            @Min(value = -10_000, message = "{invalid.place}")
            @Max(value = 10_000, message = "{invalid.place}") Integer>
        place) {}
