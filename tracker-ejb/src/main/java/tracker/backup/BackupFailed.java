package tracker.backup;

/** A backup cannot be made or is not what it should be; one sentence for the operator. */
public final class BackupFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupFailed(String message) {
    super(message, null, false, false);
  }

  /** Because something else went wrong. */
  BackupFailed(String message, Throwable cause) {
    super(message + ": " + said(cause) + ".", cause);
  }

  private static String said(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause.getClass().getSimpleName() + " " + text.replaceFirst("[.]+$", "");
  }
}
