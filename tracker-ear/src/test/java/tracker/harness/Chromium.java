package tracker.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium for the browser tests: the system's, else installed by apt-get where this user may,
 * else the one that the npm package @sparticuz/chromium carries, else a failure that says what to
 * do. There is no way to skip.
 *
 * @param program the executable
 * @param environment what it needs to start
 */
record Chromium(Path program, Map<String, String> environment) {
  /** The shell without windows first: it draws the same pages and nothing around them. */
  private static final List<String> NAMES =
      List.of(
          "chromium-headless-shell",
          "chromium",
          "chromium-browser",
          "google-chrome-stable",
          "google-chrome");

  private static final String PACKAGE =
      "@sparticuz/chromium@" + System.getProperty("sparticuz.version", "latest");

  /** Unpacks the browser and its libraries with the brotli of node. */
  private static final String UNPACK =
      """
      const zlib = require('zlib'), fs = require('fs'), cp = require('child_process');
      const bin = 'node_modules/@sparticuz/chromium/bin/';
      fs.writeFileSync('chromium', zlib.brotliDecompressSync(fs.readFileSync(bin + 'chromium.br')), {mode: 0o755});
      for (const name of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) {
        if (!fs.existsSync(bin + name)) continue;
        fs.writeFileSync('part.tar', zlib.brotliDecompressSync(fs.readFileSync(bin + name)));
        cp.execFileSync('tar', ['xf', 'part.tar']);
      }
      const here = process.cwd();
      fs.writeFileSync('fonts.conf', `<?xml version="1.0"?><fontconfig><dir>${here}/fonts</dir>`
        + `<dir>/usr/share/fonts</dir><cachedir>${here}/fonts-cache</cachedir></fontconfig>`);
      """;

  static synchronized Chromium find() {
    Path found = installed();
    if (found == null && onPath("apt-get") != null) {
      run(Path.of("/"), "apt-get", "update", "-q");
      for (String name : NAMES.subList(0, 2)) {
        if (found == null) {
          run(Path.of("/"), "apt-get", "install", "-qy", "--no-install-recommends", name);
          found = installed();
        }
      }
    }
    if (found != null) {
      return new Chromium(found, Map.of());
    }
    Path home = Product.target().resolve("chromium");
    if (fromNpm(home)) {
      return new Chromium(
          home.resolve("chromium"),
          Map.of(
              "LD_LIBRARY_PATH",
              home.resolve("lib").toString(),
              "FONTCONFIG_PATH",
              home.toString(),
              "HOME",
              home.toString()));
    }
    throw new IllegalStateException(
        "Browser tests need Chromium: it is not installed, apt-get may not install it, and npm"
            + " cannot bring "
            + PACKAGE
            + ". Install chromium, or node with npm, and run the tests again.");
  }

  private static boolean fromNpm(Path home) {
    if (Files.isExecutable(home.resolve("chromium"))) {
      return true;
    }
    if (onPath("npm") == null || onPath("node") == null) {
      return false;
    }
    try {
      Files.createDirectories(home);
      Files.writeString(home.resolve("package.json"), "{\"private\": true}");
    } catch (IOException e) {
      return false;
    }
    return run(home, "npm", "install", "--no-audit", "--no-fund", PACKAGE)
        && run(home, "node", "-e", UNPACK)
        && Files.isExecutable(home.resolve("chromium"));
  }

  private static @Nullable Path installed() {
    for (String name : NAMES) {
      Path found = onPath(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Path onPath(String name) {
    String path = System.getenv("PATH");
    return Stream.of((path == null ? "/usr/bin" : path).split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  static boolean run(Path folder, String... command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(Product.target().resolve("chromium-install.log").toFile());
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Process process = builder.start();
      if (process.waitFor(10, TimeUnit.MINUTES)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
