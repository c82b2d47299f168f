package tracker.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A project to be created; its creator becomes its manager. Without a visibility it is private. */
public record NewProject(
    @NotNull(message = "{invalid.required}")
        @Pattern(regexp = "[A-Z][A-Z0-9]{1,9}", message = "{invalid.project_key}")
        String key,
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String name,
    @Nullable @Size(min = 0, max = 10_000, message = "{invalid.size}") String description,
    @Nullable Visibility visibility) {}
