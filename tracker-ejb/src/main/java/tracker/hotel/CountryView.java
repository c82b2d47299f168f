package tracker.hotel;

import java.time.Instant;
import java.util.UUID;

/**
 * A country.
 *
 * @param code two or three letters of ISO 3166
 */
public record CountryView(
    UUID id,
    String name,
    String code,
    UUID createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version) {}
