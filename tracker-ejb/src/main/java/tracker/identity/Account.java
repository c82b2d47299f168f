package tracker.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;

/** Somebody who may sign in, or the pseudonym of somebody who could once. */
@Entity
@Table(schema = "auth", name = "account")
class Account {
  @Id private UUID id;

  private @Nullable String email;
  private String name;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  private String role;
  private boolean active;
  private @Nullable String locale;

  @Column(name = "time_zone")
  private @Nullable String timeZone;

  private String theme;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "removed_at")
  private @Nullable Instant removedAt;

  @Version private long version;

  protected Account() {}

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  Role role() {
    return Role.valueOf(role.toUpperCase(Locale.ROOT));
  }

  boolean isActive() {
    return active;
  }

  boolean isRemoved() {
    return removedAt != null;
  }

  boolean isActiveAdmin() {
    return active && role() == Role.ADMIN;
  }

  @Nullable String passwordHash() {
    return passwordHash;
  }

  @Nullable String locale() {
    return locale;
  }

  @Nullable String timeZone() {
    return timeZone;
  }

  String theme() {
    return theme;
  }

  long version() {
    return version;
  }

  void rename(String to) {
    this.name = to;
  }

  void give(Role to) {
    this.role = to.name().toLowerCase(Locale.ROOT);
  }

  void activate(boolean to) {
    this.active = to;
  }

  void speak(@Nullable String to) {
    this.locale = to;
  }

  void liveIn(@Nullable String to) {
    this.timeZone = to;
  }

  void dress(String to) {
    this.theme = to;
  }

  void secure(String hash) {
    this.passwordHash = hash;
  }

  /** Forgets the person; the row stays, because history names it. */
  void forget(Clock clock) {
    email = null;
    passwordHash = null;
    locale = null;
    timeZone = null;
    active = false;
    name = pseudonym(id);
    removedAt = clock.now();
  }

  /** Four digits are enough to tell former users apart in one history. */
  static String pseudonym(UUID id) {
    return "Former user " + id.toString().substring(32);
  }

  AccountView view() {
    return new AccountView(
        id,
        email == null ? "" : email,
        name,
        role(),
        active,
        locale,
        timeZone,
        theme,
        createdAt,
        version);
  }
}
