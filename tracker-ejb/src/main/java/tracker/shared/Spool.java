package tracker.shared;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Takes what is sent in to its end, onto the disk, before anything is done with it: no slow sender
 * holds rows.
 */
public final class Spool {
  private final long most;

  /** One that takes so many bytes. */
  public Spool(long most) {
    this.most = most;
  }

  /** Writes a document as it comes in. */
  @FunctionalInterface
  public interface Sender {
    void send(OutputStream out) throws IOException;
  }

  /**
   * Does this with a file that lies on the disk for as long; 413 where it is larger than may be.
   */
  public <T> T with(Sender sender, Function<Path, T> work) {
    try {
      Path file = Files.createTempFile("gerask-sent", null);
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
        new Limited(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), most)) {
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
