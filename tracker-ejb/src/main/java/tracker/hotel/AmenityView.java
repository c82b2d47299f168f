package tracker.hotel;

import java.time.Instant;
import java.util.UUID;

/** Something that a hotel or a room has, such as a pool. */
public record AmenityView(
    UUID id, String name, UUID createdBy, Instant createdAt, Instant updatedAt, long version) {}
