package tracker.attachment;

import tracker.shared.Problem;

/** The refusals of files. */
public enum AttachmentProblem implements Problem.Code {
  ATTACHMENT_NOT_FOUND(404),
  FILE_TOO_LARGE(413),
  FILE_TYPE_REFUSED(415),
  RANGE_NOT_SATISFIABLE(416),
  FILE_INFECTED(422),
  SCANNER_AWAY(503),
  QUOTA_EXCEEDED(507),
  NO_ROOM(507);

  private final int status;

  AttachmentProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
