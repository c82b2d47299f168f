package tracker.shared.view;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.Lodging;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/**
 * Every page of every section at both sizes, in both themes and both languages: it says nothing to
 * the console, is not wider than its window, and its picture is kept to be looked at.
 */
class EveryPageIT {
  private static final Person ADMIN = People.admin();
  private static final List<String> PAGES = new ArrayList<>();

  private static synchronized List<String> pages() {
    if (!PAGES.isEmpty()) {
      return PAGES;
    }
    Project project = Work.project(ADMIN);
    String title = "Заменить лампу в номере 12, прежде чем приедут гости из Санкт-Петербурга";
    String key =
        Work.task(
                ADMIN,
                project,
                title,
                Map.of(
                    "description", "The lamp **flickers** since Monday.",
                    "tags", List.of("электрика", "срочно"),
                    "priority", "high",
                    "assignee_id", ADMIN.id(),
                    "due_at", Instant.now().plus(Duration.ofDays(1)).toString()))
            .field("key");
    Work.task(ADMIN, project, "Count the linen", Map.of("status", "in_progress"));
    String said = "/api/tasks/" + key + "/comments";
    ADMIN.rest().post(said, Map.of("body", "Ordered, comes on *Friday*.")).is(201);
    String hotel = Lodging.hotel(Map.of());
    String room = Lodging.room(hotel);
    String stay = ADMIN.rest().post("/api/bookings", Lodging.stay(room, 3, 2)).is(201).field("id");
    String only = "?project=" + project.key();
    PAGES.addAll(List.of("my-work", "list" + only, "board/" + project.key()));
    PAGES.addAll(List.of("board/" + project.key() + "?lanes=assignee", "task/" + key));
    PAGES.addAll(List.of("projects", "project/" + project.key(), "import" + only));
    PAGES.addAll(List.of("report/" + project.key(), "calendar", "inbox", "webhooks", "failed"));
    PAGES.addAll(List.of("hotels", "hotel/" + hotel, "room/" + room, "chart/" + hotel));
    PAGES.addAll(List.of("bookings", "stay/" + stay, "registers", "profile", "about"));
    PAGES.addAll(List.of("users", "sessions/" + ADMIN.id(), "jobs", "system", "audit"));
    PAGES.add("styleguide");
    return PAGES;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "ru-RU"})
  void each_is_drawn_within_its_window(String locale) {
    try (Browser browser = Browser.open(Size.DESK, ADMIN, locale, ColorScheme.LIGHT)) {
      Page page = browser.page();
      for (String path : pages()) {
        page.setViewportSize(1440, 900);
        browser.go("/" + path).fitsSideways();
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          page.emulateMedia(
              new Page.EmulateMediaOptions()
                  .setColorScheme(theme)
                  .setReducedMotion(ReducedMotion.REDUCE)); // no colour half-way to the other
          browser.shoot(picture(path, locale, theme)).fitsSideways();
        }
      }
    }
  }

  private static String picture(String path, String locale, ColorScheme theme) {
    String name = path.replaceAll("/.*(\\?lanes).*", "$1").replaceAll("[/?].*project.*|/.*", "");
    String look = "-" + locale.substring(0, 2) + "-" + theme.name().toLowerCase(Locale.ROOT);
    return "every-" + name.replaceAll("\\W+", "-") + look;
  }
}
