package tracker.ops;

/**
 * Whether a call passes the limits, told by the tightest of its buckets.
 *
 * @param limit units per minute
 * @param remaining units left just now
 * @param resetSeconds until a unit comes back; where refused, until a repeat makes sense
 */
public record Verdict(boolean passes, int limit, int remaining, long resetSeconds) {}
