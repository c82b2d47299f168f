package tracker.identity;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountChanged.Field;
import tracker.shared.Problem;

/** What a merge patch does to an account: only real changes, each named. */
final class AccountEdit {
  private final Account account;
  private final List<Field> changes;

  AccountEdit(Account account, List<Field> changes) {
    this.account = account;
    this.changes = changes;
  }

  void name(@Nullable Optional<String> wanted) {
    if (wanted == null) {
      return;
    }
    String name = Plain.name("name", given("name", wanted));
    if (!name.equals(account.name())) {
      account.rename(name);
      changes.add(Field.of("name"));
    }
  }

  void role(@Nullable Optional<Role> wanted) {
    if (wanted != null && given("role", wanted) != account.role()) {
      changes.add(new Field("role", word(account.role()), word(wanted.get())));
      account.give(wanted.get());
    }
  }

  void active(@Nullable Optional<Boolean> wanted) {
    if (wanted != null && given("active", wanted) != account.isActive()) {
      changes.add(new Field("active", account.isActive(), wanted.get()));
      account.activate(wanted.get());
    }
  }

  void locale(@Nullable Optional<String> wanted) {
    if (wanted != null && !Objects.equals(wanted.orElse(null), account.locale())) {
      changes.add(new Field("locale", account.locale(), wanted.orElse(null)));
      account.speak(wanted.orElse(null));
    }
  }

  void timeZone(@Nullable Optional<String> wanted) {
    if (wanted == null || Objects.equals(wanted.orElse(null), account.timeZone())) {
      return;
    }
    wanted.ifPresent(AccountEdit::checkZone);
    changes.add(new Field("time_zone", account.timeZone(), wanted.orElse(null)));
    account.liveIn(wanted.orElse(null));
  }

  void theme(@Nullable Optional<String> wanted) {
    if (wanted == null) {
      return;
    }
    String theme = wanted.orElse("system");
    if (!theme.equals(account.theme())) {
      changes.add(new Field("theme", account.theme(), theme));
      account.dress(theme);
    }
  }

  void password(@Nullable String hash) {
    if (hash != null) {
      account.secure(hash);
      changes.add(Field.of("password"));
    }
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static void checkZone(String zone) {
    try {
      if (zone.length() <= 64 && ZoneId.getAvailableZoneIds().contains(ZoneId.of(zone).getId())) {
        return;
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw Problem.invalid("time_zone", "invalid.time_zone");
  }

  private static <T> T given(String field, Optional<T> wanted) {
    return wanted.orElseThrow(() -> Problem.invalid(field, "invalid.required"));
  }
}
