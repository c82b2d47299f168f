package tracker.work;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of a tag: null leaves. */
public record TagChange(
    @Nullable Optional<@Size(min = 1, max = 50, message = "{invalid.size}") String> name,
    @Nullable Optional<@Pattern(regexp = "#[0-9a-fA-F]{6}", message = "{invalid.colour}") String>
        colour) {}
