package tracker.journal;

import java.time.Instant;

/** How the last proof that was made by itself ended, and when. */
public record LastProof(Proof proof, Instant at) {}
