package tracker.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tracker.shared.Settings;
import tracker.shared.Sql;

/** Makes the first administrator on the very first start, once, whichever node comes first. */
@Singleton
@Startup
@DependsOn("Database")
public class FirstAdmin {
  private static final Logger LOG = Logger.getLogger(FirstAdmin.class.getName());
  private static final String USUAL_EMAIL = "admin@gerask.local";

  @Inject private Sql sql;
  @Inject private AccountBook book;
  @Inject private IdentitySettings settings;

  @PostConstruct
  void make() {
    Settings process = Settings.ofProcess();
    String generated = process.text("GERASK_GENERATED_PASSWORD");
    String password = settings.adminPassword() == null ? generated : settings.adminPassword();
    if (!isEmpty()) {
      return;
    }
    if (password == null) {
      LOG.warning("There is no account yet: set ADMIN_EMAIL and ADMIN_PASSWORD and start again.");
      return;
    }
    if (password.length() < Passwords.LEAST) {
      throw new Settings.Wrong(
          "ADMIN_PASSWORD must have at least " + Passwords.LEAST + " characters.");
    }
    String hash = Passwords.hash(password);
    sql.alone("first administrator");
    if (isEmpty()) {
      String email = settings.adminEmail() == null ? USUAL_EMAIL : settings.adminEmail();
      book.open(Plain.email(email), hash, "Administrator", Role.ADMIN);
      if (settings.adminPassword() == null) {
        hand(process.text("GERASK_FIRST_LOGIN_FILE"), email, password);
      }
    }
  }

  private boolean isEmpty() {
    return sql.first("select 1 from auth.account limit 1", row -> true).isEmpty();
  }

  // the launcher shows it once and takes the file away; it must never come into a log
  private static void hand(@Nullable String file, String email, String password) {
    if (file == null) {
      return;
    }
    try {
      Path path = Path.of(file);
      Files.deleteIfExists(path);
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(path, (email + "\n" + password + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Settings.Wrong("The first password cannot be written to " + file + ".");
    }
  }
}
