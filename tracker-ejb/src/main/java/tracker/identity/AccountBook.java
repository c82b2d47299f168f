package tracker.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountChanged.Field;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** Writes accounts: one row, what it changes elsewhere, and the record of it in one transaction. */
@ApplicationScoped
@Transactional
class AccountBook {
  @PersistenceContext private EntityManager entities;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Event<AccountChanged> changed;

  /** Opens an account; the e-mail is decided by the unique index, also of two at once. */
  AccountView open(String email, String passwordHash, String name, Role role) {
    AccountView opened =
        new AccountView(Ids.next(), email, name, role, true, null, null, "system", clock.now(), 1);
    int rows =
        sql.change(
            "insert into auth.account (id, email, name, password_hash, role, active, theme,"
                + " created_at, version) values (?, ?, ?, ?, ?, true, 'system', ?, 1)"
                + " on conflict (email) do nothing",
            opened.id(),
            email,
            name,
            passwordHash,
            role,
            opened.createdAt());
    if (rows == 0) {
      throw Problem.of(IdentityProblem.EMAIL_TAKEN).field("email", "invalid.email_taken");
    }
    tell(opened.id(), Field.of("created"));
    return opened;
  }

  /**
   * The accounts of people whom a project of another instance names: by e-mail, else by id. Who has
   * none here gets one that is disabled, and whose password nobody knows.
   */
  Accounts.Found bring(List<Newcomer> people) {
    Map<String, UUID> accounts = new HashMap<>();
    String secret = null;
    int opened = 0;
    for (Newcomer one : people) {
      UUID known = known(one).orElse(null);
      if (known == null) {
        secret = secret == null ? Passwords.hash(Secret.next()) : secret;
        known = open(one, secret);
        opened++;
      }
      accounts.put(one.ref(), known);
    }
    return new Accounts.Found(accounts, opened);
  }

  private Optional<UUID> known(Newcomer one) {
    String email = one.email();
    return sql.first(
        "select id from auth.account where " + (email == null ? "id = ?" : "email = ?"),
        row -> row.getObject("id", UUID.class),
        email == null ? one.id() : email);
  }

  private UUID open(Newcomer one, String secret) {
    String told = one.email();
    UUID id = told == null ? Objects.requireNonNullElseGet(one.id(), Ids::next) : Ids.next();
    boolean removed = one.removed() && told == null;
    // an address that no mail goes to (RFC 2606) stands for one that was not told
    String email = told == null ? id + "@people.invalid" : told;
    sql.change(
        "insert into auth.account (id, email, name, password_hash, role, active, theme, created_at,"
            + " removed_at, version) values (?, ?, ?, ?, 'user', false, 'system', ?,"
            + " ?::timestamptz, 1)",
        id,
        removed ? null : email,
        Plain.name("name", one.name()),
        removed ? null : secret,
        clock.now(),
        removed ? clock.now() : null);
    tell(id, Field.of("created"));
    return id;
  }

  /** Changes a locked account; the edit names each change that it makes. */
  AccountView change(UUID id, @Nullable Long ifVersion, BiConsumer<Account, List<Field>> edit) {
    Account account = locked(id, ifVersion);
    List<Field> changes = new ArrayList<>();
    edit.accept(account, changes);
    if (!changes.isEmpty()) {
      entities.flush();
      tell(id, changes.toArray(Field[]::new));
    }
    return account.view();
  }

  /** Takes the person out of the account, its sessions and its audit. */
  void remove(UUID id, @Nullable Long ifVersion) {
    keepAnAdmin(id);
    Account account = locked(id, ifVersion);
    account.forget(clock);
    entities.flush();
    sql.change(
        "delete from auth.refresh_token where session_id in"
            + " (select id from auth.session where account_id = ?)",
        id);
    sql.change("delete from auth.session where account_id = ?", id);
    sql.change("update auth.login_audit set ip = '', user_agent = '' where user_id = ?", id);
    tell(id, Field.of("deleted"));
  }

  /** Ends all sessions of an account but one (or all, where that is null). */
  void endSessions(UUID id, @Nullable UUID but) {
    sql.change(
        "update auth.session set ended_at = ?"
            + " where account_id = ? and ended_at is null and id is distinct from ?",
        clock.now(),
        id,
        but);
    tell(id);
  }

  /** Refuses (409) where nobody else could administer; two at once wait for each other. */
  void keepAnAdmin(UUID without) {
    List<UUID> admins =
        sql.list(
            "select id from auth.account where active and role = 'admin' order by id for update",
            row -> row.getObject("id", UUID.class));
    if (admins.equals(List.of(without))) {
      throw Problem.of(IdentityProblem.LAST_ADMIN);
    }
  }

  private Account locked(UUID id, @Nullable Long ifVersion) {
    Account account = entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (account == null || account.isRemoved()) {
      throw Problem.of(IdentityProblem.ACCOUNT_NOT_FOUND);
    }
    if (ifVersion != null && ifVersion != account.version()) {
      throw Problem.of(CommonProblem.STALE).current(account.view());
    }
    return account;
  }

  private void tell(UUID id, Field... fields) {
    changed.fire(new AccountChanged(id, List.of(fields)));
  }
}
