package tracker.shared.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** What pages cost on the way to the browser, and that they stand still once they are there. */
class WeightPageIT {
  private static final int FIRST = 300_000;
  private static final int NEXT = 60_000;
  private static final double STILL = 0.02;
  private static final int CARDS = 200;
  private static final String SHIFTS =
      "window.shifted = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {"
          + " if (!one.hadRecentInput) window.shifted += one.value; }))"
          + ".observe({type: 'layout-shift', buffered: true})";
  // nothing for what the browser has
  private static final String BROUGHT =
      "['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))"
          + ".reduce((sum, one) => sum + one.transferSize, 0)";

  /** The bytes of this page and of all that it loads, packed and with their heads. */
  private static long of(Page page, String path) {
    page.navigate(Product.shared().url() + path);
    return ((Number) page.evaluate(BROUGHT)).longValue();
  }

  private static List<String> pages(Person admin) {
    Project project = Work.project(admin);
    List<Map<String, Object>> tasks =
        IntStream.range(0, CARDS)
            .mapToObj(
                n ->
                    Map.<String, Object>of(
                        "title", "Check the lamps of hall " + n,
                        "project", project.key(),
                        "tags", List.of("electric"),
                        "assignee_id", admin.id()))
            .toList();
    admin.rest().post("/api/tasks/batch", Map.of("tasks", tasks)).is(201);
    String hotel = Lodging.hotel(Map.of());
    String room = Lodging.room(hotel);
    String in = "?project=" + project.key();
    List<String> pages = new ArrayList<>(List.of("/my-work", "/list" + in, "/calendar", "/inbox"));
    pages.addAll(List.of("/list?q=lamps", "/projects", "/import" + in, "/hotels", "/bookings"));
    pages.addAll(List.of("/registers", "/profile", "/webhooks", "/failed", "/users", "/jobs"));
    pages.addAll(List.of("/system", "/audit", "/styleguide", "/about"));
    pages.addAll(List.of("/board/" + project.key(), "/board/" + project.key() + "?lanes=assignee"));
    pages.addAll(List.of("/task/" + project.key() + "-1", "/project/" + project.key()));
    pages.addAll(List.of("/report/" + project.key(), "/sessions/" + admin.id()));
    pages.addAll(List.of("/hotel/" + hotel, "/room/" + room, "/chart/" + hotel));
    return pages;
  }

  @Test
  void no_page_weighs_more_than_300_kb_at_first_and_60_kb_then_and_none_jumps() {
    Person admin = People.admin();
    List<String> faults = new ArrayList<>();
    StringBuilder told = new StringBuilder("\n");
    for (String path : pages(admin)) {
      try (Browser browser = Browser.open(Size.DESK, admin, "en-US", ColorScheme.LIGHT)) {
        Page page = browser.page();
        page.addInitScript(SHIFTS);
        long first = of(page, path);
        double wide = shifted(page);
        page.setViewportSize(390, 844);
        long next = of(page, path);
        double narrow = shifted(page);
        String line = String.format("%7d %6d %.3f %.3f %s", first, next, wide, narrow, path);
        told.append(line).append('\n');
        if (first > FIRST || next > NEXT || Math.max(wide, narrow) >= STILL) {
          faults.add(line);
        }
        assertTrue(first > next && next > 0, line);
      }
    }
    System.getLogger(WeightPageIT.class.getName()).log(System.Logger.Level.INFO, told.toString());
    assertEquals(List.of(), faults);
  }

  private static double shifted(Page page) {
    page.evaluate("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
    return ((Number) page.evaluate("window.shifted")).doubleValue();
  }
}
