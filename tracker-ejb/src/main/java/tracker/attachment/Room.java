package tracker.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import tracker.shared.Problem;

/** Tells a full disk from other trouble with it. */
final class Room {
  private Room() {}

  /** NO_ROOM where the disk or a quota on it is full, else the failure itself. */
  static RuntimeException told(IOException failure) {
    String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    boolean full = said.contains("no space left") || said.contains("quota exceeded");
    return full
        ? Problem.of(AttachmentProblem.NO_ROOM).retryAfter(60)
        : new UncheckedIOException(failure);
  }
}
