package tracker.image;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import tracker.attachment.Pictures;
import tracker.attachment.Vault;
import tracker.job.Job;
import tracker.shared.Clock;
import tracker.shared.Ids;
import tracker.shared.Sql;

/**
 * Makes the sizes of a picture, each written anew and so without place, camera and names that its
 * file told. What came is thrown away then.
 */
@Dependent
class Rendering implements Job {
  static final String KIND = "image.render";

  @Inject private Vault vault;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /** Where it lies as it came. */
  static String raw(UUID id) {
    return id + ".raw";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String about) {
    UUID id = UUID.fromString(about);
    boolean waits =
        sql.first(
                "select true from image.image where id = ? and status = 'processing'",
                row -> true,
                id)
            .isPresent();
    if (waits) {
      try {
        render(id);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    vault.remove(raw(id));
  }

  @Override
  public void gaveUp(String about) {
    fail(UUID.fromString(about));
  }

  private void render(UUID id) throws IOException {
    BufferedImage picture = Pictures.read(() -> vault.open(raw(id)), ImageSize.ORIGINAL.edge());
    if (picture == null) {
      fail(id);
      return;
    }
    Map<ImageSize, Long> sizes = new EnumMap<>(ImageSize.class);
    for (ImageSize size : ImageSize.values()) {
      sizes.put(size, keep(size.stored(id), Pictures.scaled(picture, size.edge())));
    }
    sql.change(
        "update image.image set status = 'ready', width = ?, height = ?, thumb_size = ?,"
            + " medium_size = ?, original_size = ?, updated_at = ?, version = version + 1"
            + " where id = ?",
        picture.getWidth(),
        picture.getHeight(),
        sizes.get(ImageSize.THUMB),
        sizes.get(ImageSize.MEDIUM),
        sizes.get(ImageSize.ORIGINAL),
        clock.now(),
        id);
  }

  private void fail(UUID id) {
    sql.change(
        "update image.image set status = 'failed', updated_at = ?, version = version + 1"
            + " where id = ? and status = 'processing'",
        clock.now(),
        id);
  }

  private long keep(String name, BufferedImage picture) throws IOException {
    Path file = Files.createDirectories(vault.arrivals()).resolve(Ids.next().toString());
    try {
      long size = Pictures.write(picture, file);
      vault.put(name, file);
      return size;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
