package tracker.comment;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of a comment: absent leaves; its words cannot be cleared. */
public record CommentChange(
    @Nullable Optional<@Size(min = 1, max = 20_000, message = "{invalid.size}") String> body) {}
