package tracker.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tracker.harness.Product;

/** The walks by REST that documents print, run as printed. */
class WalkIT {
  private static final Pattern WALK =
      Pattern.compile("<!-- walk -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_walk_in_the_readme_works_as_printed() throws Exception {
    String printed = walked("README.md");
    List<String> answers = printed.lines().filter(line -> !line.isBlank()).toList();
    assertTrue(answers.size() >= 10, printed);
    assertTrue(printed.contains("\"total\":100"), printed);
    assertTrue(printed.contains("\"updated\":3"), printed);
    assertTrue(printed.contains("\"undone\":3"), printed);
  }

  @Test
  void the_examples_work_as_printed() throws Exception {
    String printed = walked("docs/api.md");
    // twice by the repeated call, and once each for what was found and what the list goes on with
    assertEquals(2, printed.split("VOLGA-1\",\"title\":\"Mend the b\n", -1).length - 1, printed);
    assertTrue(printed.contains("\"VALIDATION_ERROR\""), printed);
    assertTrue(printed.contains("<strong>six</strong>"), printed);
    assertTrue(printed.contains("\"type\":\"blocks\""), printed);
    assertTrue(printed.contains("\"name\":\"gauge.txt\",\"size\":16"), printed);
    assertTrue(printed.contains("\n\"key\":\"VOLGA-2\"\n"), printed);
    assertTrue(printed.contains("\"where\":\"title\""), printed);
    assertTrue(printed.contains("\"page\":1,\"limit\":50,\"total\":1,"), printed);
    assertTrue(printed.contains("\"cursor\":"), printed);
  }

  private static String walked(String document) throws IOException, InterruptedException {
    Path page = Path.of("").toAbsolutePath().resolveSibling(document);
    Matcher walk = WALK.matcher(Files.readString(page));
    assertTrue(walk.find(), document + " has no <!-- walk -->");
    String printed = run(walk.group(1));
    assertFalse(printed.contains("\"error\""), printed);
    return printed;
  }

  private static String run(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-eu").redirectErrorStream(true);
    builder.environment().put("GERASK", Product.shared().url());
    Process shell = builder.start();
    shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(60, TimeUnit.SECONDS), printed);
    assertEquals(0, shell.exitValue(), printed);
    return printed;
  }
}
