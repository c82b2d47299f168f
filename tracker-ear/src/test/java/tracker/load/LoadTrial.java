package tracker.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tracker.harness.Product;

/**
 * {@code make load}: what requests cost with 100,000 tasks, beside the least SQL for the same work
 * in the same run. Prints a table and keeps it as {@code target/load/figures.txt}.
 */
class LoadTrial {
  private static final int SECONDS = Integer.getInteger("load.seconds", 5);
  private static final int WARM = Integer.getInteger("load.warm", 15);
  private static final int ROUNDS = 6;
  private static final double STILL_COMPILING = 0.05;
  private static final int[] CONNECTIONS = {1, 8, 32};

  /** What the figures are to be with 8 connections: program and database together, ms. */
  private static final Map<String, Double> GOALS =
      new TreeMap<>(Map.of("W1", 2.0, "W2", 0.5, "W3", 1.5, "W4", 2.0, "W5", 12.0, "W6", 1.0));

  private static final Map<String, String> NAMES =
      Map.of(
          "W1", "create with 2 tags",
          "W2", "read one",
          "W3", "list 50, total",
          "W4", "change status",
          "W5", "search, 25 found",
          "W6", "mix 70/15/10/5");

  private Product product;
  private Seeds seeds;

  /** One piece of work on a connection. */
  private interface Work {
    void once(Wire wire, Random random, int person) throws IOException;
  }

  private record Figures(
      long requests, double seconds, Processor cost, long[] nanos, long residentMb) {
    double program() {
      return cost.programMs() / requests;
    }

    double database() {
      return cost.databaseMs() / requests;
    }

    double percentile(double part) {
      return nanos[(int) Math.min(nanos.length - 1, Math.round(nanos.length * part))] / 1e6;
    }
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void what_requests_cost() throws Exception {
    Map<String, String> settings =
        Map.of(
            "RATE_LIMIT_PER_MINUTE", "10000000",
            "RATE_LIMIT_TASKS_PER_MINUTE", "10000000",
            "RATE_LIMIT_AUTH_PER_MINUTE", "100000",
            "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "120",
            "LOG_LEVEL", "WARNING",
            "JVM_OPTIONS", "-Xshare:auto");
    try (Product started = Product.start(Product.fresh("load"), settings).awaitReady()) {
      product = started;
      seeds = new Seeds(product);
      Bare bare = Bare.isThere() ? new Bare(product) : null;
      warmUp();
      List<String> lines = new ArrayList<>();
      lines.add(
          "%-22s %5s %9s %9s %8s %6s %9s %8s %8s %8s %7s %9s"
              .formatted(
                  "work",
                  "conn",
                  "program",
                  "database",
                  "both",
                  "goal",
                  "req/s",
                  "p50",
                  "p95",
                  "p99",
                  "RSS MB",
                  "bare SQL"));
      for (String work : GOALS.keySet()) {
        double least = bare == null ? Double.NaN : bare.cost(work, SECONDS);
        for (int connections : CONNECTIONS) {
          lines.add(line(work, connections, run(work, connections, SECONDS), least));
        }
      }
      String table = String.join("\n", lines);
      System.out.println("\nms of processor per request; latencies in ms\n" + table + "\n");
      Files.writeString(Product.target().resolve("load/figures.txt"), table + "\n");
      assertTrue(Processor.residentMb(product) > 0);
    }
  }

  /** Works until the compiler has little left to do: before, its work would be in the figures. */
  private void warmUp() throws Exception {
    double share = 1;
    for (int round = 1; round <= ROUNDS && share > STILL_COMPILING; round++) {
      Processor before = Processor.of(product);
      for (String work : GOALS.keySet()) {
        run(work, 8, WARM);
      }
      Processor cost = Processor.of(product).since(before);
      share = cost.compilerMs() / cost.programMs();
      System.out.printf(
          Locale.ROOT,
          "warming up, round %d: %.0f %% of it for the compiler%n",
          round,
          100 * share);
    }
  }

  private static String line(String work, int connections, Figures one, double least) {
    return String.format(
        Locale.ROOT,
        "%-22s %5d %9.2f %9.2f %8.2f %6.1f %9.0f %8.1f %8.1f %8.1f %7d %9.2f",
        work + " " + NAMES.get(work),
        connections,
        one.program(),
        one.database(),
        one.program() + one.database(),
        GOALS.get(work),
        one.requests() / one.seconds(),
        one.percentile(0.5),
        one.percentile(0.95),
        one.percentile(0.99),
        one.residentMb(),
        least);
  }

  private Figures run(String work, int connections, int seconds) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(connections);
    try {
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      Processor before = Processor.of(product);
      long began = System.nanoTime();
      List<Future<long[]>> all = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int person = i % Seeds.PEOPLE;
        Callable<long[]> one = () -> calls(work(work), person, end);
        all.add(pool.submit(one));
      }
      List<long[]> parts = new ArrayList<>();
      for (Future<long[]> one : all) {
        parts.add(one.get());
      }
      double took = (System.nanoTime() - began) / 1e9;
      Processor cost = Processor.of(product).since(before);
      long[] nanos = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Figures(nanos.length, took, cost, nanos, Processor.residentMb(product));
    } finally {
      pool.shutdownNow();
    }
  }

  private long[] calls(Work work, int person, long end) throws IOException {
    long[] nanos = new long[1024];
    int count = 0;
    Random random = new Random(person);
    try (Wire wire = new Wire(product.port(), seeds.people.get(person).access())) {
      for (long now = System.nanoTime(); now < end; ) {
        work.once(wire, random, person);
        long then = System.nanoTime();
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = then - now;
        now = then;
      }
    }
    return Arrays.copyOf(nanos, count);
  }

  private Work work(String name) {
    return switch (name) {
      case "W1" -> this::create;
      case "W2" -> (wire, random, person) -> wire.call("GET", "/api/tasks/" + key(random), "", 200);
      case "W3" -> this::list;
      case "W4" -> this::change;
      case "W5" ->
          (wire, random, person) ->
              wire.call(
                  "GET",
                  "/api/search?limit=25&q="
                      + Seeds.word(random.nextInt(Seeds.TASKS / Seeds.OF_A_WORD)),
                  "",
                  200);
      default -> this::mix;
    };
  }

  private static String key(Random random) {
    return Seeds.key(random.nextInt(Seeds.PROJECTS))
        + "-"
        + (1 + random.nextInt(Seeds.TASKS / Seeds.PROJECTS));
  }

  private void create(Wire wire, Random random, int person) throws IOException {
    String json =
        "{\"title\":\"Order of the day %d\",\"project\":\"%s\",\"tags\":[\"tag%d\",\"tag%d\"]}"
            .formatted(
                random.nextInt(1_000_000),
                Seeds.key(random.nextInt(Seeds.PROJECTS)),
                random.nextInt(Seeds.TAGS / 2),
                Seeds.TAGS / 2 + random.nextInt(Seeds.TAGS / 2));
    wire.call("POST", "/api/tasks", json, 201);
  }

  private void list(Wire wire, Random random, int person) throws IOException {
    String assignee = seeds.people.get(random.nextInt(Seeds.PEOPLE)).id();
    wire.call("GET", "/api/tasks?status=todo&limit=50&assignee_id=" + assignee, "", 200);
  }

  private void change(Wire wire, Random random, int person) throws IOException {
    List<String> words = List.of("todo", "in_progress", "done", "canceled");
    String json = "{\"status\":\"" + words.get(random.nextInt(words.size())) + "\"}";
    wire.call("PATCH", "/api/tasks/" + key(random), json, 200);
  }

  private void mix(Wire wire, Random random, int person) throws IOException {
    int dice = random.nextInt(100);
    if (dice < 70) {
      wire.call("GET", "/api/tasks/" + key(random), "", 200);
    } else if (dice < 85) {
      list(wire, random, person);
    } else if (dice < 95) {
      change(wire, random, person);
    } else {
      create(wire, random, person);
    }
  }
}
