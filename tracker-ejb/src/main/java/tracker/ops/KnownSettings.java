package tracker.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tracker.ops.KnownSetting.AnyText;
import tracker.ops.KnownSetting.Flag;
import tracker.ops.KnownSetting.Kind;
import tracker.ops.KnownSetting.Number;
import tracker.ops.KnownSetting.OneOf;
import tracker.ops.KnownSetting.Pem;
import tracker.ops.KnownSetting.Secret;
import tracker.ops.KnownSetting.Shaped;
import tracker.ops.KnownSetting.Unused;
import tracker.shared.Settings;

/**
 * Every setting that an operator may use. The launcher refuses others and bad values; a test keeps
 * the table in docs/operations.md and the templates in config/ complete.
 */
public final class KnownSettings {
  private static final Kind TEXT = new AnyText();
  private static final Kind SECRET = new Secret();
  private static final Kind FLAG = new Flag();
  private static final Kind UNUSED = new Unused();
  private static final Kind LEVEL =
      new OneOf(List.of("DEBUG", "INFO", "WARN", "WARNING", "ERROR", "CRITICAL"));
  private static final Kind HOST_AND_PORT = new Shaped("[^\\s:]+:[0-9]{1,5}", "host:port");
  private static final Kind HOSTS =
      new Shaped(
          "\\[?[^\\s,]+\\]?:[0-9]{1,5}(\\s*,\\s*\\[?[^\\s,]+\\]?:[0-9]{1,5})*",
          "host:port, host:port");
  private static final Kind SECONDS =
      new Shaped("[0-9]{1,6}(\\s*,\\s*[0-9]{1,6})*", "seconds such as 10,60,300");
  private static final Kind MAILBOX = new Shaped("[^\\s@]+@[^\\s@]+", "an e-mail address");
  private static final Kind URL = new Shaped("https?://[^\\s/]+\\S*", "an http or https address");
  private static final Kind NETWORKS =
      new Shaped(
          "[0-9a-fA-F.:]+(/[0-9]{1,3})?(\\s*,\\s*[0-9a-fA-F.:]+(/[0-9]{1,3})?)*",
          "addresses or networks such as 10.0.0.0/8");
  private static final Kind ORIGINS =
      new Shaped(
          "(\\*|https?://[^\\s/,]+)(\\s*,\\s*(\\*|https?://[^\\s/,]+))*",
          "origins such as https://example.com");
  private static final Kind PRIVATE_KEY = new Pem("BEGIN PRIVATE KEY-----", "private key (PKCS#8)");
  private static final Kind PUBLIC_KEY = new Pem("KEY-----", "key");
  private static final int MOST = 10_000_000;

  private static final List<KnownSetting> ADDRESS =
      List.of(
          set("PORT", number(1, 65535), "8080", "the HTTP port; nothing else is opened to others"),
          set("PUBLIC_URL", TEXT, "http://localhost:PORT", "the address people use, for links"),
          set("ROOT_PATH", TEXT, "/", "the path below which everything is served"),
          set("TRUSTED_PROXIES", NETWORKS, "none", "proxies whose X-Forwarded-For is believed"),
          set(
              "CORS_ORIGINS",
              ORIGINS,
              "http://localhost",
              "other origins whose scripts may use the API"),
          set("DATA_DIR", TEXT, ".data", "database, keys, uploads and logs of this machine"),
          set("ENV_FILE", TEXT, ".env", "a file with settings; the environment wins over it"),
          set("JVM_OPTIONS", TEXT, "none", "more flags for the server's JVM, such as -Xmx1g"));

  private static final List<KnownSetting> DATABASE =
      List.of(
          set("DATABASE_URL", SECRET, "none", "an outside PostgreSQL as one URL"),
          set("DB_HOST", TEXT, "none", "an outside PostgreSQL; without it Gerask brings its own"),
          set("DB_PORT", number(1, 65535), "5432", "port of the outside database"),
          set("DB_NAME", TEXT, "gerask", "name of the outside database"),
          set("DB_USERNAME", TEXT, "gerask", "user of the outside database"),
          set("DB_USER", TEXT, "none", "another name of DB_USERNAME, which wins"),
          set("DB_PASSWORD", SECRET, "none", "password of the outside database"),
          set(
              "DB_POOLER",
              HOST_AND_PORT,
              "none",
              "host:port of a PgBouncer before it, for all that needs no session of its own"));

  private static final List<KnownSetting> IDENTITY =
      List.of(
          set("ADMIN_EMAIL", MAILBOX, "admin@gerask.local", "e-mail of the first administrator"),
          set("ADMIN_PASSWORD", SECRET, "generated", "password of the first administrator"),
          set("REGISTRATION_ENABLED", FLAG, "true", "whether people may register themselves"),
          set("SECRET_KEY", SECRET, "generated", "the key behind cookies and cursors"),
          set(
              "JWT_PRIVATE_KEY_FILE",
              PRIVATE_KEY,
              "generated",
              "RS256 private key (PEM) for tokens"),
          set("JWT_PUBLIC_KEY_FILE", PUBLIC_KEY, "generated", "RS256 public key (PEM) for tokens"),
          set("JWT_ALGORITHM", new OneOf(List.of("RS256")), "RS256", "how tokens are signed"),
          set("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", number(1, 1440), "15", "life of an access token"),
          set("JWT_REFRESH_TOKEN_EXPIRE_DAYS", number(1, 365), "30", "life of a refresh token"));

  private static final List<KnownSetting> LIMITS =
      List.of(
          set("RATE_LIMIT_ENABLED", FLAG, "true", "whether requests are counted and limited"),
          set("RATE_LIMIT_PER_MINUTE", number(1, MOST), "1200", "requests per user or address"),
          set("RATE_LIMIT_AUTH_PER_MINUTE", number(1, MOST), "120", "sign-in tries per address"),
          set("RATE_LIMIT_TASKS_PER_MINUTE", number(1, MOST), "60", "new tasks per address"),
          set("UPLOAD_DIR", TEXT, "DATA_DIR/uploads", "where uploaded files are kept"),
          set("MAX_UPLOAD_SIZE_MB", number(1, 10_000), "50", "largest upload"),
          set("MAX_IMAGE_FILE_SIZE_MB", number(1, 1_000), "10", "largest picture"),
          set("UPLOAD_QUOTA_MB", number(1, MOST), "10000", "files that one account may keep"),
          set(
              "CLAMD_ADDRESS",
              HOST_AND_PORT,
              "none",
              "host:port of a clamd that looks at each file"),
          set("S3_BUCKET", TEXT, "none", "bucket that keeps files instead of UPLOAD_DIR"),
          set("S3_ENDPOINT", URL, "AWS", "address of S3-compatible storage"),
          set("S3_REGION", TEXT, "us-east-1", "region of the bucket"),
          set("S3_ACCESS_KEY", SECRET, "none", "who the bucket belongs to"),
          set("S3_SECRET_KEY", SECRET, "none", "the key of that"));

  private static final List<KnownSetting> NOTIFY =
      List.of(
          set("SMTP_HOST", TEXT, "none", "mail server; without it mail is only logged"),
          set("SMTP_PORT", number(1, 65535), "587", "port of the mail server"),
          set("SMTP_USERNAME", TEXT, "none", "user at the mail server"),
          set("SMTP_PASSWORD", SECRET, "none", "password at the mail server"),
          set("MAIL_FROM", MAILBOX, "gerask@ and the host of PUBLIC_URL", "sender of mail"),
          set("WEBHOOK_ALLOWED_TARGETS", HOSTS, "none", "inner host:port that webhooks may call"),
          set("NOTIFY_RETRY_SECONDS", SECONDS, "10,60,300", "pauses before the next tries"),
          set("REMINDER_MINUTES", number(1, 10_080), "60", "how long before it is due"));

  private static final List<KnownSetting> BACKUP =
      List.of(
          set(
              "BACKUP_DIR",
              TEXT,
              "none",
              "where the worker puts backups; without it, it makes none"),
          set("BACKUP_EVERY_HOURS", number(1, 720), "24", "how long after one the next is due"),
          set("BACKUP_KEEP", number(1, 1000), "7", "how many backups stay"),
          set("BACKUP_PASSPHRASE", SECRET, "none", "what backups are encrypted with"),
          set("BACKUP_DRILL", FLAG, "true", "whether the worker restores each backup for trial"),
          set("BACKUP_S3_BUCKET", TEXT, "none", "bucket that gets a copy of each backup"),
          set("BACKUP_S3_ENDPOINT", URL, "S3_ENDPOINT", "address of the storage for backups"),
          set("BACKUP_S3_REGION", TEXT, "S3_REGION", "region of the bucket for backups"),
          set("BACKUP_S3_ACCESS_KEY", SECRET, "S3_ACCESS_KEY", "who the bucket for backups is of"),
          set("BACKUP_S3_SECRET_KEY", SECRET, "S3_SECRET_KEY", "the key of that"));

  private static final List<KnownSetting> RUNNING =
      List.of(
          set("ROLE", new OneOf(List.of("all", "web", "worker")), "all", "what this node does"),
          set(
              "STOP_NOTICE_SECONDS",
              number(0, 10),
              "4",
              "how long a node that is to stop says so and goes on answering"),
          set("LOG_LEVEL", LEVEL, "INFO", "the least level that is logged"),
          set("LOG_FILE", TEXT, "none", "a file that gets the log too"),
          set("DEBUG", FLAG, "false", "for development: default secrets are let through"),
          set("DEMO_DATA", FLAG, "false", "whether an empty installation gets example projects"),
          set("REDIS_HOST", UNUSED, "none", "unused: Gerask needs no Redis"),
          set("REDIS_PORT", UNUSED, "none", "unused: Gerask needs no Redis"),
          set("REDIS_PASSWORD", UNUSED, "none", "unused: Gerask needs no Redis"),
          set("REDIS_URL", UNUSED, "none", "unused: Gerask needs no Redis"));

  private static final List<KnownSetting> ALL =
      Stream.of(ADDRESS, DATABASE, IDENTITY, LIMITS, NOTIFY, BACKUP, RUNNING)
          .flatMap(List::stream)
          .toList();

  private static final Set<String> NAMES =
      ALL.stream()
          .flatMap(
              one ->
                  one.kind() instanceof Secret
                      ? Stream.of(one.name(), one.name() + "_FILE")
                      : Stream.of(one.name()))
          .collect(Collectors.toUnmodifiableSet());

  private KnownSettings() {}

  /** In the order of the table in docs/operations.md. */
  public static List<KnownSetting> all() {
    return ALL;
  }

  /** Whether this environment name is a setting, or the file that keeps a secret one. */
  public static boolean isKnown(String name) {
    return NAMES.contains(name) || name.startsWith("REDIS_");
  }

  /** What is wrong with the values, one sentence each; nothing where all can be used. */
  public static List<String> wrong(Settings settings) {
    List<String> sentences = new ArrayList<>();
    for (KnownSetting one : ALL) {
      told(sentences, () -> one.check(settings));
    }
    told(sentences, () -> checkBucket(settings));
    return sentences;
  }

  private static void told(List<String> sentences, Runnable check) {
    try {
      check.run();
    } catch (Settings.Wrong e) {
      sentences.add(String.valueOf(e.getMessage()));
    }
  }

  private static void checkBucket(Settings settings) {
    checkBucket(settings, "", "S3_ACCESS_KEY", "S3_SECRET_KEY");
    checkBucket(settings, "BACKUP_", "BACKUP_S3_ACCESS_KEY", "BACKUP_S3_SECRET_KEY");
  }

  private static void checkBucket(Settings settings, String prefix, String... keys) {
    for (String key : keys) {
      boolean there =
          settings.secret(key) != null || settings.secret(key.replace("BACKUP_", "")) != null;
      if (settings.text(prefix + "S3_BUCKET") != null && !there) {
        throw new Settings.Wrong(
            prefix + "S3_BUCKET needs " + keys[0] + " and " + keys[1] + " beside it.");
      }
    }
  }

  private static KnownSetting set(String name, Kind kind, String usual, String meaning) {
    return new KnownSetting(name, kind, usual, meaning);
  }

  private static Kind number(int least, int most) {
    return new Number(least, most);
  }
}
