package tracker.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Pictures that came from outside, read with care: upright, without what else their file says. */
public final class Pictures {
  /** What {@link #write} writes. */
  public static final String TYPE = "image/jpeg";

  private static final Logger LOG = Logger.getLogger(Pictures.class.getName());
  // what it takes unpacked is what counts: a few kilobytes can hold a picture of many gigabytes
  private static final long MOST_PIXELS = 40_000_000;

  private Pictures() {}

  /** Whether a file of this type can be read. */
  public static boolean are(String contentType) {
    return FileType.isPicture(contentType);
  }

  /**
   * The picture in a file, upright, at most so many pixels high and wide; null where it cannot be
   * read, or is too large unpacked.
   */
  public static @Nullable BufferedImage read(Opening file, int edge) throws IOException {
    BufferedImage picture;
    try (InputStream in = file.open()) {
      picture = small(in, edge);
    }
    if (picture == null) {
      return null;
    }
    try (InputStream head = file.open()) {
      return Orientation.upright(picture, Orientation.of(head.readNBytes(Orientation.HEAD)));
    }
  }

  /** Opens a file from its beginning. */
  public interface Opening {
    InputStream open() throws IOException;
  }

  /** The picture as it lies in the file, at most so many pixels high and wide. */
  static @Nullable BufferedImage small(InputStream in, int edge) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
          return null;
        }
        return scaled(reader.read(0), edge);
      } catch (RuntimeException | IOException e) {
        LOG.log(Level.FINE, "A picture cannot be read", e);
        return null;
      } finally {
        reader.dispose();
      }
    }
  }

  /** The same, at most so many pixels high and wide, on white. */
  public static BufferedImage scaled(BufferedImage whole, int edge) {
    double scale = Math.min(1.0, (double) edge / Math.max(whole.getWidth(), whole.getHeight()));
    int width = Math.max(1, (int) Math.round(whole.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(whole.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.drawImage(whole, 0, 0, width, height, null);
    pen.dispose();
    return small;
  }

  /** Writes it to a file; gives how many bytes that takes. */
  public static long write(BufferedImage picture, Path file) throws IOException {
    ImageIO.write(picture, "jpeg", file.toFile());
    return Files.size(file);
  }
}
