package tracker.shared.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tracker.harness.Lighthouse;
import tracker.harness.Lighthouse.Scores;
import tracker.harness.People;
import tracker.harness.Product;
import tracker.harness.Rest;

/** {@code make lighthouse}: the pages of every day as Google's Lighthouse judges them. */
class LighthouseTrial {
  private static final int LEAST = 95;
  private static final int TASKS = 200;

  @Test
  void pages_of_every_day_score_95_or_more() {
    Map<String, String> demo = Map.of("DEMO_DATA", "true");
    try (Product product = Product.start(Product.fresh("lighthouse"), demo).awaitReady()) {
      fill(product);
      List<Scores> all =
          Lighthouse.judge(
              product.url(),
              List.of("/my-work", "/list?project=WARE", "/board/WARE", "/task/WARE-1"));
      all.forEach(one -> System.out.println(told(one)));
      assertEquals(4, all.size(), "pages judged");
      assertEquals(List.of(), all.stream().filter(LighthouseTrial::isPoor).toList());
    }
  }

  private static boolean isPoor(Scores one) {
    return one.performance() < LEAST
        || one.accessibility() < LEAST
        || one.bestPractices() < LEAST
        || !one.shown().equals(one.page());
  }

  private static String told(Scores one) {
    return String.format(
        "%-20s performance %3d  accessibility %3d  best practices %3d  largest paint %4d ms"
            + "  blocked %3d ms  %6.1f KB  %s",
        one.page(),
        one.performance(),
        one.accessibility(),
        one.bestPractices(),
        one.painted(),
        one.blocked(),
        one.bytes() / 1024.0,
        one.findings());
  }

  /** A project of a size that one finds at work, beside the demo. */
  private static void fill(Product product) {
    People.Person admin =
        People.login(Rest.of(product), Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD);
    Rest rest = Rest.of(product).as(admin.access());
    rest.post("/api/projects", Map.of("key", "WARE", "name", "Northern warehouse")).is(201);
    List<String> statuses = List.of("todo", "in_progress", "done", "todo");
    List<String> tags = List.of("electric", "gates", "air", "pallets", "carrier");
    List<Map<String, Object>> tasks =
        IntStream.range(0, TASKS)
            .mapToObj(
                n -> {
                  Map<String, Object> task = new LinkedHashMap<>();
                  task.put("title", "Check the " + tags.get(n % tags.size()) + " of hall " + n);
                  task.put("project", "WARE");
                  task.put("status", statuses.get(n % statuses.size()));
                  task.put("tags", List.of(tags.get(n % tags.size())));
                  task.put("due_at", Instant.now().plus(Duration.ofHours(12L * n)).toString());
                  if (n % 2 == 0) {
                    task.put("assignee_id", admin.id());
                  }
                  return task;
                })
            .toList();
    rest.post("/api/tasks/batch", Map.of("tasks", tasks)).is(201);
    IntStream.rangeClosed(1, 10)
        .forEach(
            n ->
                rest.post("/api/tasks/WARE-1/comments", Map.of("body", "Seen **" + n + "** times"))
                    .is(201));
  }
}
