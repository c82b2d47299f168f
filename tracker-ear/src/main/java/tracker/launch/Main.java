package tracker.launch;

import tracker.shared.Settings;

/** {@code java -jar gerask.jar}: everything is set by environment, {@code -D} or a file. */
public final class Main {
  private static volatile int exitCode;

  private Main() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    try {
      LaunchSettings settings = LaunchSettings.read(Environment.ofProcess());
      for (String name : settings.unused()) {
        System.err.println("The setting " + name + " is unused: Gerask needs no Redis.");
      }
      if (Terminal.isStandardOutput()) {
        System.out.println("The log is in " + settings.dataDir().resolve("logs/gerask.log") + ".");
      }
      Gerask gerask = new Gerask(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gerask), "stop"));
      gerask.start();
      gerask.watch();
    } catch (Exception e) {
      refuse(Gerask.bare(e));
    }
  }

  private static void stop(Gerask gerask) {
    gerask.stop();
    Runtime.getRuntime().halt(exitCode);
  }

  @SuppressWarnings("SystemOut")
  private static void refuse(Throwable why) {
    boolean expected = why instanceof Refusal || why instanceof Settings.Wrong;
    System.err.println(expected ? why.getMessage() : "Gerask cannot start: " + why + ".");
    exitCode = 1;
    System.exit(1);
  }
}
