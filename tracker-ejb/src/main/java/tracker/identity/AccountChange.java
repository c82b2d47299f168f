package tracker.identity;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of an account by an administrator: null leaves. */
public record AccountChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name,
    @Nullable Optional<Role> role,
    @Nullable Optional<Boolean> active) {}
