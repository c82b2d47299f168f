package tracker.ops;

import java.util.Map;

/** An answer as it went out: status, the headers that belong to it, and its bytes. */
public record Kept(int status, Map<String, String> headers, byte[] body) {}
