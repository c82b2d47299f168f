package tracker.hotel;

import java.time.Instant;
import java.util.UUID;

/** A city and its country. */
public record CityView(
    UUID id,
    String name,
    UUID countryId,
    String countryName,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
