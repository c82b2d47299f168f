package tracker.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told.
 *
 * @param dailyAt when the daily mail goes out, in their time zone: {@code 08:00}
 * @param mutedReasons reasons that are none to them
 * @param reminderMinutes how long before something is due they are reminded; null: as the operator
 *     set it
 */
public record ChoiceView(
    MailMode mail,
    String dailyAt,
    List<Reason> mutedReasons,
    @Nullable Integer reminderMinutes,
    long version) {}
