package tracker.comment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A comment to be written, in Markdown; {@code @name} mentions somebody who sees the task. */
public record NewComment(
    @NotBlank(message = "{invalid.required}")
        @Size(min = 1, max = 20_000, message = "{invalid.size}")
        String body) {}
