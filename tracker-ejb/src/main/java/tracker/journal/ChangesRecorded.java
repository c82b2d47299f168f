package tracker.journal;

import java.util.List;

/** Changes were recorded, in the transaction that it is fired in. */
public record ChangesRecorded(List<Change> changes) {}
