package tracker.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import tracker.job.Job;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** Makes the small picture of a picture. One that cannot be read, or is too large, gets none. */
@Dependent
class Preview implements Job {
  static final String KIND = "attachment.preview";
  static final String TYPE = "image/jpeg";
  private static final Logger LOG = Logger.getLogger(Preview.class.getName());
  private static final int EDGE = 480;
  // what it takes unpacked is what counts: a few kilobytes can hold a picture of many gigabytes
  private static final long MOST_PIXELS = 40_000_000;

  @Inject private Stores stores;
  @Inject private Sql sql;

  /** Where it is stored. */
  static String name(UUID id) {
    return id + ".preview";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String about) {
    UUID id = UUID.fromString(about);
    BufferedImage picture;
    int orientation;
    try (InputStream in = stores.store().open(about, 0);
        InputStream head = stores.store().open(about, 0)) {
      picture = small(in);
      orientation = Orientation.of(head.readNBytes(Orientation.HEAD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (picture == null) {
      LOG.log(Level.FINE, "No preview of {0}", id);
      return;
    }
    long size = keep(id, Orientation.upright(picture, orientation));
    sql.change("update attachment.attachment set preview_size = ? where id = ?", size, id);
  }

  private long keep(UUID id, BufferedImage picture) {
    try {
      Path folder = Files.createDirectories(Arrivals.folder(stores.settings()));
      Path file = folder.resolve(Ids.next().toString());
      try {
        ImageIO.write(picture, "jpeg", file.toFile());
        long size = Files.size(file);
        stores.store().keep(name(id), file);
        return size;
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw Room.told(e);
    }
  }

  /** The picture, at most 480 pixels high and wide, on white; null where it cannot be read. */
  static @Nullable BufferedImage small(InputStream in) throws IOException {
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
        return scaled(reader.read(0));
      } catch (RuntimeException | IOException e) {
        LOG.log(Level.FINE, "A picture cannot be read", e);
        return null;
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage scaled(BufferedImage whole) {
    double scale = Math.min(1.0, (double) EDGE / Math.max(whole.getWidth(), whole.getHeight()));
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
}
