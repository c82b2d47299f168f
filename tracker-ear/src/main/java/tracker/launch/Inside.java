package tracker.launch;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first class of the server process: it starts Payara Micro and ends the process at once when
 * the launcher is gone, which shows as the end of standard input.
 */
public final class Inside {
  private static final int NOT_DEPLOYED = 3;

  private Inside() {}

  /** The first argument names the file that says "deployed", the second the server's directory. */
  public static void main(String[] args) throws Exception {
    Thread watch = new Thread(Inside::endWithTheLauncher, "launcher-watch");
    watch.setDaemon(true);
    watch.start();
    File root = new File(args[1]);
    System.setProperty(
        "fish.payara.micro.BootJar", new File(root, "launch-micro.jar").toURI().toString());
    System.setProperty("fish.payara.micro.UnpackDir", root.getPath());
    String[] rest = new String[args.length];
    rest[0] = "--rootdir";
    System.arraycopy(args, 1, rest, 1, args.length - 1);
    if (started(rest).getDeployedApplicationNames().isEmpty()) {
      Runtime.getRuntime().halt(NOT_DEPLOYED);
    }
    Files.createFile(Path.of(args[0]));
  }

  /** By name: the class is in a jar of the unpacked server, which the build does not see. */
  private static PayaraMicroRuntime started(String[] args) throws ReflectiveOperationException {
    Class<?> micro = Class.forName("fish.payara.micro.impl.PayaraMicroImpl");
    micro.getMethod("main", String[].class).invoke(null, (Object) args);
    PayaraMicroBoot boot = (PayaraMicroBoot) micro.getMethod("getInstance").invoke(null);
    return boot.getRuntime();
  }

  private static void endWithTheLauncher() {
    try {
      while (System.in.read() >= 0) {
        // the launcher says nothing
      }
    } catch (IOException e) {
      // as good as the end
    }
    Runtime.getRuntime().halt(1);
  }
}
