package tracker.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tracker.harness.Product;

/**
 * What the program and its database took of the processor and of memory, as Linux counts it.
 *
 * @param compilerMs what the compiler took of the program's part
 */
record Processor(double programMs, double databaseMs, double compilerMs) {
  private static final double MS_PER_TICK = 10;
  private static final int UTIME = 11;
  private static final int CUTIME = 13;

  /** All that a product took so far. */
  static Processor of(Product product) {
    long postmaster = postmaster(product);
    double program = ticks(product.handle().pid(), false);
    double compiler = 0;
    for (ProcessHandle child : product.handle().children().toList()) {
      program += child.pid() == postmaster ? 0 : ticks(child.pid(), false);
      compiler += child.pid() == postmaster ? 0 : compilerTicks(child.pid());
    }
    double database = ticks(postmaster, true);
    for (ProcessHandle backend : handle(postmaster).children().toList()) {
      database += ticks(backend.pid(), false);
    }
    return new Processor(program * MS_PER_TICK, database * MS_PER_TICK, compiler * MS_PER_TICK);
  }

  Processor since(Processor earlier) {
    return new Processor(
        programMs - earlier.programMs,
        databaseMs - earlier.databaseMs,
        compilerMs - earlier.compilerMs);
  }

  /** What the program holds of memory, in MB. */
  static long residentMb(Product product) {
    long kb = resident(product.handle().pid());
    long postmaster = postmaster(product);
    for (ProcessHandle child : product.handle().children().toList()) {
      kb += child.pid() == postmaster ? 0 : resident(child.pid());
    }
    return kb / 1024;
  }

  private static ProcessHandle handle(long pid) {
    return ProcessHandle.of(pid).orElseThrow();
  }

  private static long postmaster(Product product) {
    try (Stream<Path> files = Files.walk(product.data(), 4)) {
      Path pid =
          files
              .filter(file -> file.endsWith("postmaster.pid"))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("No PostgreSQL of its own"));
      return Long.parseLong(Files.readAllLines(pid).get(0).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double compilerTicks(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads
          .filter(
              thread -> name(thread).startsWith("C1 Comp") || name(thread).startsWith("C2 Comp"))
          .mapToDouble(thread -> ticks(thread.resolve("stat"), false))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm"));
    } catch (IOException e) {
      return "";
    }
  }

  private static double ticks(long pid, boolean ended) {
    return ticks(Path.of("/proc", Long.toString(pid), "stat"), ended);
  }

  // a backend may end while it is looked at
  private static double ticks(Path file, boolean ended) {
    try {
      String stat = Files.readString(file);
      String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double own = Double.parseDouble(values[UTIME]) + Double.parseDouble(values[UTIME + 1]);
      return ended
          ? own + Double.parseDouble(values[CUTIME]) + Double.parseDouble(values[CUTIME + 1])
          : own;
    } catch (IOException e) {
      return 0;
    }
  }

  private static long resident(long pid) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
      return lines.stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
