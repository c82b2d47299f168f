package tracker.shared;

import java.sql.SQLException;

/** The database refused or was away; REST answers 503 where it was away and 500 otherwise. */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String state;

  SqlFailure(SQLException cause) {
    super(cause.getMessage(), cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** Whether a unique constraint stands behind this failure, of SQL or of JPA. */
  public static boolean isDuplicate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Whether rows that would overlap were refused by an exclusion constraint. */
  public boolean isOverlap() {
    return state.equals("23P01");
  }

  /** PostgreSQL's five-character code, e.g. 23505 for a unique violation. */
  public String state() {
    return state;
  }
}
