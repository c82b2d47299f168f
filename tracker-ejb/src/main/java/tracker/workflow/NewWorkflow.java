package tracker.workflow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a project is to have.
 *
 * @param transitions null for every way
 * @param move the new status by the old one, for tasks of statuses that go
 */
public record NewWorkflow(
    @NotNull(message = "{invalid.required}") @Size(min = 1, max = 50, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") @Valid Status> statuses,
    @Nullable @Size(max = 500, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") @Valid Transition> transitions,
    @Nullable Map<String, String> move) {}
