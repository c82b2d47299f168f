package tracker.ops;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that is not done yet: a job, or a message on its way out ({@code notify.email},
 * {@code notify.webhook}).
 *
 * @param dueAt when its next try is due; null where it is dead or held
 * @param since since when it waits, runs or is dead; of a message that is not dead: when it was
 *     asked for
 * @param tries how many failed so far
 * @param lastError why the last try failed
 */
public record BacklogRow(
    UUID id,
    String kind,
    BacklogState state,
    @Nullable Instant dueAt,
    Instant since,
    int tries,
    @Nullable String lastError) {}
