package tracker.work;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A tag to be created; without a colour it gets one of the palette. */
public record NewTag(
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 50, message = "{invalid.size}")
        String name,
    @Nullable @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "{invalid.colour}") String colour) {}
