package tracker.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Google's Lighthouse, brought by npm into {@code target/lighthouse}, with the tests' Chromium. */
public final class Lighthouse {
  private static final String PACKAGE =
      "lighthouse@" + System.getProperty("lighthouse.version", "latest");
  private static final int LONGEST_MINUTES = 10;

  /**
   * What it says of a page at desk size, out of 100.
   *
   * @param findings what costs points
   */
  public record Scores(
      String page,
      String shown,
      int performance,
      int accessibility,
      int bestPractices,
      int painted,
      int blocked,
      int bytes,
      List<String> findings) {}

  private Lighthouse() {}

  /** Judges these pages of a running product as its administrator sees them. */
  public static List<Scores> judge(String url, List<String> pages) {
    Path home = Product.target().resolve("lighthouse");
    Chromium chromium = Chromium.find();
    try {
      install(home);
      Path said = home.resolve("said.log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.concat(Stream.of("node", "lighthouse.mjs", url), pages.stream()).toList())
              .directory(home.toFile())
              .redirectError(home.resolve("wrong.log").toFile())
              .redirectOutput(said.toFile());
      builder.environment().putAll(chromium.environment());
      builder.environment().put("CHROMIUM", chromium.program().toString());
      builder.environment().put("EMAIL", Product.ADMIN_EMAIL);
      builder.environment().put("PASSWORD", Product.ADMIN_PASSWORD);
      Process process = builder.start();
      boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(Files.readString(home.resolve("wrong.log")));
      }
      return read(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void install(Path home) throws IOException {
    Files.createDirectories(home);
    try (InputStream script = Lighthouse.class.getResourceAsStream("/lighthouse.mjs")) {
      Files.copy(script, home.resolve("lighthouse.mjs"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(home.resolve("package.json"), "{\"private\": true, \"type\": \"module\"}");
    if (!Chromium.run(home, "npm", "install", "--no-audit", "--no-fund", PACKAGE)) {
      throw new IllegalStateException("npm cannot bring " + PACKAGE);
    }
  }

  private static List<Scores> read(Path said) throws IOException {
    List<Scores> scores = new ArrayList<>();
    for (String line : Files.readAllLines(said, StandardCharsets.UTF_8)) {
      JsonNode one = new ObjectMapper().readTree(line);
      List<String> findings = new ArrayList<>();
      one.path("findings").forEach(finding -> findings.add(finding.asText()));
      scores.add(
          new Scores(
              one.path("page").asText(),
              one.path("shown").asText(),
              one.path("performance").asInt(),
              one.path("accessibility").asInt(),
              one.path("best-practices").asInt(),
              one.path("painted").asInt(),
              one.path("blocked").asInt(),
              one.path("bytes").asInt(),
              findings));
    }
    return scores;
  }
}
