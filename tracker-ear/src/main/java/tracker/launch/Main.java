package tracker.launch;

import tracker.shared.Settings;

/**
 * {@code java -jar gerask.jar}: everything is set by environment, {@code -D} or a file. A word
 * behind it asks for something else than a start.
 */
public final class Main {
  private static volatile int exitCode;

  private Main() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    try {
      switch (String.join(" ", args)) {
        case "" -> serve();
        case "config check" ->
            System.exit(new ConfigCheck(Environment.ofProcess()).print(System.out));
        default -> {
          if (!Errand.isOne(args)) {
            throw new Refusal(
                "Gerask does not know \""
                    + String.join(" ", args)
                    + "\": without a word it starts, and there are config check, migrate, backup,"
                    + " restore NAME and restore-drill.");
          }
          System.exit(new Errand(LaunchSettings.read(Environment.ofProcess())).run(args));
        }
      }
    } catch (Exception e) {
      refuse(Gerask.bare(e));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void serve() throws Exception {
    LaunchSettings settings = LaunchSettings.read(Environment.ofProcess());
    settings.unused().forEach(System.err::println);
    if (Terminal.isStandardOutput()) {
      System.out.println("The log is in " + settings.dataDir().resolve("logs/gerask.log") + ".");
    }
    Gerask gerask = new Gerask(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(gerask), "stop"));
    gerask.start();
    gerask.watch();
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
