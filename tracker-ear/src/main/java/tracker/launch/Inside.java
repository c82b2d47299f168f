package tracker.launch;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The first class of the server process: it starts Payara Micro, hears from the launcher on
 * standard input where the database is, deploys the application, and ends the process at once when
 * the launcher is gone, which shows as the end of standard input.
 */
public final class Inside {
  private static final int NOT_DEPLOYED = 3;
  private static final int OURS = 3;
  private static final String NAME = "tracker";

  private Inside() {}

  /**
   * The first argument names the file that says "deployed", the second the server's directory, the
   * third the path under which the application answers; the others are Payara Micro's.
   */
  public static void main(String[] args) throws Exception {
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    Thread watch = new Thread(() -> hear(said), "launcher-watch");
    watch.setDaemon(true);
    watch.start();
    Leave.whenAsked();
    File root = new File(args[1]);
    System.setProperty(
        "fish.payara.micro.BootJar", new File(root, "launch-micro.jar").toURI().toString());
    System.setProperty("fish.payara.micro.UnpackDir", root.getPath());
    String[] rest = new String[args.length - OURS + 2];
    rest[0] = "--rootdir";
    rest[1] = args[1];
    System.arraycopy(args, OURS, rest, 2, args.length - OURS);
    PayaraMicroRuntime server = started(rest);
    // the database starts meanwhile
    for (String name :
        new String[] {
          "gerask.db.url", "gerask.db.pool.url", "gerask.db.user", "gerask.db.password"
        }) {
      System.setProperty(name, said.take());
    }
    boolean taken = server.deploy(NAME, args[2], new File(root, NAME));
    // what fails on the way it only logs
    if (!taken || !server.getDeployedApplicationNames().contains(NAME)) {
      Runtime.getRuntime().halt(NOT_DEPLOYED);
    }
    Door.open();
    Files.createFile(Path.of(args[0]));
  }

  /** By name: the class is in a jar of the unpacked server, which the build does not see. */
  private static PayaraMicroRuntime started(String[] args) throws ReflectiveOperationException {
    Class<?> micro = Class.forName("fish.payara.micro.impl.PayaraMicroImpl");
    micro.getMethod("main", String[].class).invoke(null, (Object) args);
    PayaraMicroBoot boot = (PayaraMicroBoot) micro.getMethod("getInstance").invoke(null);
    return boot.getRuntime();
  }

  private static void hear(BlockingQueue<String> said) {
    try {
      BufferedReader launcher =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = launcher.readLine(); line != null; line = launcher.readLine()) {
        said.add(line);
      }
    } catch (IOException e) {
      // as good as the end
    }
    Runtime.getRuntime().halt(1);
  }
}
