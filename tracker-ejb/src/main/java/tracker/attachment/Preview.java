package tracker.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.job.Job;
import tracker.shared.Ids;
import tracker.shared.Sql;

/** Makes the small picture of a picture. One that cannot be read, or is too large, gets none. */
@Dependent
class Preview implements Job {
  static final String KIND = "attachment.preview";
  static final String TYPE = Pictures.TYPE;
  private static final Logger LOG = Logger.getLogger(Preview.class.getName());
  private static final int EDGE = 480;

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
    if (sql.first("select 1 from attachment.attachment where id = ?", row -> true, id).isEmpty()) {
      return; // it is gone for good
    }
    BufferedImage picture;
    try {
      picture = Pictures.read(() -> stores.store().open(about, 0), EDGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (picture == null) {
      LOG.log(Level.FINE, "No preview of {0}", id);
      return;
    }
    long size = keep(id, picture);
    sql.change("update attachment.attachment set preview_size = ? where id = ?", size, id);
  }

  private long keep(UUID id, BufferedImage picture) {
    try {
      Path folder = Files.createDirectories(stores.settings().arrivals());
      Path file = folder.resolve(Ids.next().toString());
      try {
        long size = Pictures.write(picture, file);
        stores.store().keep(name(id), file);
        return size;
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw Room.told(e);
    }
  }
}
