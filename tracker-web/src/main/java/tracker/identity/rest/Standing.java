package tracker.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What the edge found wrong with a request's token, for those who answer. */
enum Standing {
  /** There was a token, and it is forged, over or revoked. */
  REFUSED,
  /** The database did not answer. */
  UNKNOWABLE;

  private static final String ATTRIBUTE = "tracker.identity.standing";

  static void set(HttpServletRequest request, Standing standing) {
    request.setAttribute(ATTRIBUTE, standing);
  }

  static @Nullable Standing of(HttpServletRequest request) {
    return (Standing) request.getAttribute(ATTRIBUTE);
  }
}
