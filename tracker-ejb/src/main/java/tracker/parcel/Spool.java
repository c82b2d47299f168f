package tracker.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import tracker.attachment.Arrivals;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** Takes a document in to its end before anything is done with it: no slow sender holds rows. */
@ApplicationScoped
public class Spool {
  @Inject private Arrivals arrivals;

  /** Writes a document as it comes in. */
  @FunctionalInterface
  public interface Sender {
    void send(OutputStream out) throws IOException;
  }

  /**
   * Does this with a document that lies on the disk for as long; 413 where it is larger than what
   * one account may keep.
   */
  public <T> T with(Sender sender, Function<Path, T> work) {
    try {
      Path file = Files.createTempFile("gerask-project", null);
      try {
        fill(file, sender);
        return work.apply(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(Path file, Sender sender) {
    try (OutputStream out =
        new Limited(
            new BufferedOutputStream(Files.newOutputStream(file), 1 << 16),
            arrivals.largestProject())) {
      sender.send(out);
    } catch (IOException e) {
      // broken off
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
  }

  /** Refuses what is too large, whatever the sender said of the length. */
  private static final class Limited extends FilterOutputStream {
    private long left;

    Limited(OutputStream out, long most) {
      super(out);
      this.left = most;
    }

    @Override
    public void write(int one) throws IOException {
      take(1);
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int many) throws IOException {
      take(many);
      out.write(bytes, from, many);
    }

    private void take(int many) {
      left -= many;
      if (left < 0) {
        throw Problem.of(CommonProblem.BODY_TOO_LARGE);
      }
    }
  }
}
