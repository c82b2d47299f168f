package tracker.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * The first administrator's password, where the operator gave none: it is offered to the server in
 * the environment; a server that used it says so in a file, and it is shown once.
 */
final class FirstLogin {
  /** Letters and digits that nobody takes for another. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Path file;

  FirstLogin(DataDir data) {
    this.file = data.path("first-login");
  }

  /** What the server process is told. */
  Map<String, String> variables(LaunchSettings settings) {
    return settings.adminPasswordGiven()
        ? Map.of("ADMIN_EMAIL", settings.adminEmail())
        : Map.of(
            "ADMIN_EMAIL", settings.adminEmail(),
            "GERASK_GENERATED_PASSWORD", password(),
            "GERASK_FIRST_LOGIN_FILE", file.toString());
  }

  private static String password() {
    SecureRandom dice = new SecureRandom();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      word.append(i > 0 && i % 5 == 0 ? "-" : "");
      word.append(LETTERS.charAt(dice.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /** Shows it, once. A launcher that was killed before it could shows it at its next start. */
  void show(PrintStream out) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      out.println("First administrator: " + lines.get(0));
      out.println("Password: " + lines.get(1));
      out.flush();
      Files.delete(file);
    } catch (IOException | IndexOutOfBoundsException e) {
      out.println("The first administrator's password is in " + file + ".");
    }
  }
}
