package tracker.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.ConcurrentAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.SqlFailure;

/** Finds the refusal behind whatever was thrown, however deep the container wrapped it. */
public final class Refusals {
  private static final Logger LOG = Logger.getLogger(Refusals.class.getName());
  private static final int DEPTH = 20;
  private static final Map<Integer, CommonProblem> BY_STATUS =
      Map.ofEntries(
          Map.entry(401, CommonProblem.UNAUTHENTICATED),
          Map.entry(403, CommonProblem.FORBIDDEN),
          Map.entry(404, CommonProblem.NOT_FOUND),
          Map.entry(405, CommonProblem.METHOD_NOT_ALLOWED),
          Map.entry(406, CommonProblem.NOT_ACCEPTABLE),
          Map.entry(409, CommonProblem.CONFLICT),
          Map.entry(412, CommonProblem.STALE),
          Map.entry(413, CommonProblem.BODY_TOO_LARGE),
          Map.entry(414, CommonProblem.URI_TOO_LONG),
          Map.entry(415, CommonProblem.UNSUPPORTED_MEDIA_TYPE),
          Map.entry(422, CommonProblem.VALIDATION_ERROR),
          Map.entry(429, CommonProblem.RATE_LIMITED),
          Map.entry(501, CommonProblem.NOT_IMPLEMENTED),
          Map.entry(503, CommonProblem.UNAVAILABLE));

  private Refusals() {}

  /** What the caller is told; what is our own fault is logged with its stack. */
  public static Problem of(Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < DEPTH; i++) {
      Problem found = known(at);
      if (found != null) {
        return found;
      }
      at = at.getCause();
    }
    LOG.log(Level.SEVERE, "A request failed", thrown);
    return Problem.of(CommonProblem.INTERNAL_ERROR);
  }

  /** The refusal that goes with a bare HTTP status. */
  public static Problem of(int status) {
    CommonProblem usual = status >= 500 ? CommonProblem.INTERNAL_ERROR : CommonProblem.BAD_REQUEST;
    Problem problem = Problem.of(BY_STATUS.getOrDefault(status, usual));
    return status == 503 ? problem.retryAfter(2) : problem;
  }

  private static @Nullable Problem known(Throwable thrown) {
    if (thrown instanceof Problem problem) {
      return problem;
    } else if (thrown instanceof JsonProcessingException body) {
      return UnreadableBody.problem(body);
    } else if (thrown instanceof SqlFailure failure) {
      return ofState(failure.state(), failure);
    } else if (thrown instanceof SQLException sql) {
      return ofState(sql.getSQLState() == null ? "" : sql.getSQLState(), sql);
    } else if (thrown instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      return status == 500 ? null : of(status);
    } else if (thrown instanceof ValidationException) {
      return Problem.of(CommonProblem.VALIDATION_ERROR);
    } else if (thrown instanceof OptimisticLockException) {
      return Problem.of(CommonProblem.STALE);
    } else if (thrown instanceof AccessLocalException) {
      return Problem.of(CommonProblem.FORBIDDEN);
    } else if (thrown instanceof ConcurrentAccessException) {
      return of(503);
    }
    return null;
  }

  // the classes of PostgreSQL's codes: 08, 57P0 and 53 the server is away or full; 40, 55P03 and
  // 57014 somebody else was faster; 22 a value that cannot be stored; 23505 is there already
  private static @Nullable Problem ofState(String state, Throwable thrown) {
    String words = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
    if (state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53")
        || state.startsWith("40")
        || state.equals("55P03")
        || words.contains("allocating a connection")
        || words.contains("connection could not be allocated")
        || words.contains("connection is closed")
        || words.contains("connection closed")) {
      return of(503);
    } else if (state.startsWith("22")) {
      return Problem.of(CommonProblem.VALIDATION_ERROR);
    } else if (state.equals("23505")) {
      return Problem.of(CommonProblem.CONFLICT);
    }
    return null;
  }
}
