package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator reads before a start. */
class ConfigCheckTest {
  @TempDir private Path directory;

  private record Said(int code, List<String> lines) {
    String of(String name) {
      return lines.stream()
          .filter(line -> line.startsWith(name + " = "))
          .map(line -> line.substring(name.length() + 3))
          .findFirst()
          .orElse("");
    }

    List<String> wrong() {
      return lines.stream().filter(line -> line.startsWith("WRONG: ")).toList();
    }
  }

  @Test
  void each_setting_is_shown_with_where_it_comes_from() {
    Environment environment =
        new Environment(
            Map.of("tracker.port", "8107"),
            Map.of("ROLE", "web", "MAX_UPLOAD_SIZE_MB", "20"),
            Set.of("ROLE"));
    Said said = check(environment);
    assertEquals(0, said.code(), said.toString());
    assertEquals("8107 (property tracker.port)", said.of("PORT"));
    assertEquals("web (settings file)", said.of("ROLE"));
    assertEquals("20 (environment)", said.of("MAX_UPLOAD_SIZE_MB"));
    assertEquals("http://localhost:8107 (usual)", said.of("PUBLIC_URL"));
    assertEquals("15 (usual)", said.of("JWT_ACCESS_TOKEN_EXPIRE_MINUTES"));
    assertEquals("These settings can be used.", said.lines().get(said.lines().size() - 1));
  }

  @Test
  void no_secret_is_shown_wherever_it_stands() throws IOException {
    Path file = Files.writeString(directory.resolve("mail"), "yellow lantern");
    Said said =
        check(
            Map.of(
                "DATABASE_URL",
                "postgresql://vera:linen-basket@db.example/house",
                "ADMIN_PASSWORD",
                "seven harbours",
                "SMTP_PASSWORD_FILE",
                file.toString()));
    assertEquals(0, said.code(), said.toString());
    assertEquals("secret (environment)", said.of("ADMIN_PASSWORD"));
    assertEquals("secret (in " + file + ")", said.of("SMTP_PASSWORD"));
    for (String secret : List.of("linen-basket", "seven harbours", "yellow lantern")) {
      assertFalse(said.toString().contains(secret), secret);
    }
  }

  @Test
  void all_that_is_wrong_is_told_at_once_in_a_sentence_each() {
    Said said =
        check(
            Map.of(
                "PORT", "none",
                "ROLE", "boss",
                "TRUSTED_PROXIES", "nginx",
                "CORS_ORIGINS", "example.com",
                "JWT_PRIVATE_KEY_FILE", "/nowhere/key.pem",
                "ADMIN_PASSWORD", "short",
                "ADMIN_EMAIL", "root",
                "ROOT_PATH", "/a b",
                "PUBLIC_URL", "tracker",
                "TRACKER_SPEED", "1"));
    assertEquals(1, said.code());
    assertEquals(10, said.wrong().size(), said::toString);
    assertTrue(said.wrong().stream().allMatch(line -> line.endsWith(".")), said::toString);
    assertEquals("10 settings are wrong.", said.lines().get(said.lines().size() - 1));
  }

  @Test
  void a_key_file_without_a_private_key_is_wrong() throws IOException {
    Path file = Files.writeString(directory.resolve("key.pem"), "-----BEGIN PUBLIC KEY-----");
    Said said = check(Map.of("JWT_PRIVATE_KEY_FILE", file.toString()));
    assertEquals(
        List.of(
            "WRONG: JWT_PRIVATE_KEY_FILE names " + file + ", which holds no private key (PKCS#8)."),
        said.wrong());
  }

  @Test
  void a_place_that_cannot_be_written_is_wrong() {
    Said said = check(Map.of("DATA_DIR", "/etc/hostname/gerask"));
    assertEquals(
        List.of("WRONG: DATA_DIR names /etc/hostname/gerask, which cannot be written."),
        said.wrong());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SECRET_KEY", "ADMIN_PASSWORD", "SMTP_PASSWORD", "DB_PASSWORD"})
  void against_an_outside_database_a_default_secret_is_wrong(String name) {
    Map<String, String> good =
        Map.of(
            "DB_HOST", "db",
            "DB_PASSWORD", "a word of our own",
            "SECRET_KEY", "another word of our own",
            "ADMIN_PASSWORD", "a third word of our own",
            "SMTP_PASSWORD", "a fourth word");
    assertEquals(List.of(), check(good).wrong());
    Map<String, String> bad = new java.util.HashMap<>(good);
    bad.put(name, "change-me-in-prod-very-long-random");
    Said said = check(bad);
    assertEquals(1, said.wrong().size(), said::toString);
    assertTrue(said.wrong().get(0).contains(name), said::toString);
    bad.put("DEBUG", "true");
    assertEquals(List.of(), check(bad).wrong());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REDIS_DB | Gerask needs no Redis",
        "MONGO_URI | everything in PostgreSQL",
        "CELERY_BROKER_URL | jobs wait in PostgreSQL",
        "JWT_SECRET_KEY | RSA keys",
        "VITE_API_BASE_URL | PUBLIC_URL",
        "NODE_ENV | DEBUG",
        "POSTGRES_PASSWORD | DB_PASSWORD",
        "LETSENCRYPT_SERVER | docker/",
        "DOMAIN | docker/",
        "NGINX_REPLICAS | docker/",
        "APP_MEMORY_LIMIT | docker/",
        "SSH_PRIVATE_KEY | should not be where Gerask runs",
      })
  void a_name_of_another_program_is_accepted_with_a_sentence(String name, String reason) {
    Said said = check(Map.of(name, "4471"));
    assertEquals(0, said.code());
    List<String> sentences =
        said.lines().stream().filter(line -> line.contains("setting " + name + " is")).toList();
    assertEquals(1, sentences.size(), said::toString);
    assertTrue(sentences.get(0).contains(reason), said::toString);
  }

  @Test
  void the_templates_can_be_used_but_for_the_secrets_that_have_to_be_filled_in() {
    assertEquals(List.of(), check(template("local")).wrong());
    for (String name : List.of("test", "prod")) {
      Map<String, String> given = template(name);
      // the machine of the test has no such place
      given.remove("DATA_DIR");
      Said said = check(given);
      assertEquals(2, said.wrong().size(), said::toString);
      assertTrue(said.wrong().stream().allMatch(line -> line.contains("of your own")));
    }
  }

  private static Map<String, String> template(String name) {
    Path here = Path.of("").toAbsolutePath();
    Path root = here.endsWith("tracker-ear") ? here.resolve("..") : here;
    return Environment.read(root.resolve("config/." + name + ".env.template"));
  }

  private static Said check(Map<String, String> variables) {
    return check(new Environment(Map.of(), variables));
  }

  private static Said check(Environment environment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code =
        new ConfigCheck(environment).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return new Said(code, bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }
}
