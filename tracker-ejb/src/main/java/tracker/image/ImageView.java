package tracker.image;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a hotel or room.
 *
 * @param holder {@code hotel} or {@code room}
 * @param place the least comes first and is the cover
 * @param width in pixels; null until it is ready
 */
public record ImageView(
    UUID id,
    String holder,
    UUID holderId,
    UUID hotelId,
    String name,
    int place,
    ImageStatus status,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long thumbSize,
    @Nullable Long mediumSize,
    @Nullable Long originalSize,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  @Nullable Long size(ImageSize which) {
    return switch (which) {
      case THUMB -> thumbSize;
      case MEDIUM -> mediumSize;
      case ORIGINAL -> originalSize;
    };
  }
}
