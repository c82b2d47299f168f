package tracker.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the record is as it was written: rows checked, and the first that is not (null where all
 * are).
 */
public record Proof(boolean valid, long checked, @Nullable UUID firstBad) {}
