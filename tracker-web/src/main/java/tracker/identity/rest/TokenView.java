package tracker.identity.rest;

import java.time.Instant;
import java.util.Set;

/** The claims of an access token in the words of this API; groups are the account's of now. */
public record TokenView(
    String issuer,
    Set<String> audience,
    String subject,
    String tokenId,
    Set<String> groups,
    Instant issuedAt,
    Instant expiresAt) {}
