package tracker.inbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of how one wants to be told: null leaves; only the reminder can be cleared. */
public record ChoiceChange(
    @Nullable Optional<MailMode> mail,
    @Nullable
        Optional<
            @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]", message = "{invalid.time_of_day}")
            String>
        dailyAt,
    @Nullable Optional<List<@NotNull(message = "{invalid.required}") Reason>> mutedReasons,
    @Nullable
        Optional<
            @Min(value = 1, message = "{invalid.reminder}")
            @Max(value = 10_080, message = "{invalid.reminder}") Integer>
        reminderMinutes) {}
