package tracker.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that an environment made for other programs, for older installations or for the kits in
 * docker/ may hold. Gerask accepts them, does not read them, and says why.
 */
final class OtherNames {
  private record Name(Pattern pattern, String why) {}

  private static final List<Name> ALL =
      List.of(
          name("REDIS_.+", "Gerask needs no Redis"),
          name("MONGO_.+", "Gerask keeps everything in PostgreSQL"),
          name("CELERY_BROKER_URL|CELERY_RESULT_BACKEND", "jobs wait in PostgreSQL"),
          name("JWT_SECRET_KEY", "tokens are signed with RSA keys, see JWT_PRIVATE_KEY_FILE"),
          name("VITE_API_BASE_URL", "pages and REST have one address, see PUBLIC_URL"),
          name("NODE_ENV", "DEBUG says whether this is for development"),
          name(
              "POSTGRES_(DB|USER|PASSWORD)",
              "the container of PostgreSQL reads it; Gerask reads DB_NAME, DB_USERNAME and"
                  + " DB_PASSWORD"),
          name(
              "DOMAIN|LETSENCRYPT_(EMAIL|SERVER)|[A-Z]+_REPLICAS"
                  + "|[A-Z]+_(MEMORY|CPU)_(REQUEST|LIMIT)",
              "only the kits in docker/ read it"),
          name(
              "REGISTRY_TOKEN|SSH_PRIVATE_KEY",
              "it is for deliveries and should not be where Gerask runs"));

  private OtherNames() {}

  /** A sentence on a name that is accepted without being read; empty for any other name. */
  static Optional<String> said(String name) {
    return ALL.stream()
        .filter(one -> one.pattern().matcher(name).matches())
        .map(one -> "The setting " + name + " is unused: " + one.why() + ".")
        .findFirst();
  }

  private static Name name(String pattern, String why) {
    return new Name(Pattern.compile(pattern), why);
  }
}
