package tracker.image;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;

/** The sizes that a picture is kept in, by its longer side in pixels. */
public enum ImageSize {
  THUMB(320),
  MEDIUM(1280),
  /** As it came, but upright and without what else its file said; very large ones smaller. */
  ORIGINAL(4096);

  private final int edge;

  ImageSize(int edge) {
    this.edge = edge;
  }

  /** The one with this word; the original where there is none, 422 for others. */
  public static ImageSize of(@Nullable String word) {
    if (word == null || word.isEmpty()) {
      return ORIGINAL;
    }
    for (ImageSize one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw Problem.invalid("size", "invalid.word", "thumb, medium, original");
  }

  int edge() {
    return edge;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Under which name the picture with this id lies. */
  String stored(UUID id) {
    return id + "." + word();
  }
}
