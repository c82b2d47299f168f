package tracker.project;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of a project: null leaves, an empty Optional clears. */
public record ProjectChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name,
    @Nullable Optional<@Size(min = 0, max = 10_000, message = "{invalid.size}") String> description,
    @Nullable Optional<Visibility> visibility) {}
