package tracker.image;

import tracker.shared.Problem;

/** The refusals of pictures. */
public enum ImageProblem implements Problem.Code {
  IMAGE_NOT_FOUND(404),
  /** It is made small just now; ask again. */
  IMAGE_NOT_READY(404),
  /** It could not be read. */
  IMAGE_FAILED(404),
  NOT_A_PICTURE(415);

  private final int status;

  ImageProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
