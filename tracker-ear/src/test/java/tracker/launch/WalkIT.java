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

/** The walk by REST that README prints, run as printed. */
class WalkIT {
  private static final Pattern WALK =
      Pattern.compile("<!-- walk -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_walk_in_the_readme_works_as_printed() throws Exception {
    Path readme = Path.of("").toAbsolutePath().resolveSibling("README.md");
    Matcher walk = WALK.matcher(Files.readString(readme));
    assertTrue(walk.find(), "README has no <!-- walk -->");
    String printed = run(walk.group(1));
    assertFalse(printed.contains("\"error\""), printed);
    List<String> answers = printed.lines().filter(line -> !line.isBlank()).toList();
    assertTrue(answers.size() >= 10, printed);
    assertTrue(printed.contains("\"total\":100"), printed);
    assertTrue(printed.contains("\"updated\":3"), printed);
    assertTrue(printed.contains("\"undone\":3"), printed);
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
