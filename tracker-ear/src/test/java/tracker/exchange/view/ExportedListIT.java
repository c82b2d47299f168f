package tracker.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** The list as a file from its page, with the filters that stand in the address. */
class ExportedListIT {
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  @Test
  void export_keeps_the_filters_of_the_page() throws IOException {
    Work.task(
        anna,
        project,
        "Urgent thing",
        Map.of("priority", "high", "due_at", "2020-01-01T00:00:00Z"));
    Work.task(anna, project, "Idle thing", Map.of("priority", "low"));
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      browser.go("/list?project=" + project.key() + "&due=overdue&q=thing&sort=key");
      Download file = browser.page().waitForDownload(() -> browser.part("export").click());
      assertTrue(file.suggestedFilename().startsWith(project.key() + "-tasks-"));
      String text = Files.readString(file.path());
      assertTrue(text.startsWith("\uFEFFkey,title"), text);
      assertTrue(text.contains("Urgent thing"), text);
      assertFalse(text.contains("Idle thing"), text);
      browser.isAccessible().fitsSideways().shoot("list-export");
    }
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      browser.go("/list?project=" + project.key()).fitsSideways().isAccessible();
      assertEquals("Выгрузить CSV", browser.part("export").getAttribute("title"));
    }
  }

  @Test
  void strangers_sign_in_first_and_other_files_are_not_there() {
    Answer turned = Rest.stranger().with("Accept", "text/html").get("/export/tasks.csv");
    assertEquals(303, turned.status(), turned::toString);
    assertTrue(turned.header("Location").contains("/login?to=%2Fexport%2Ftasks.csv"));
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      int status =
          browser.page().request().get(Product.shared().url() + "/export/other.csv").status();
      assertEquals(404, status);
      status =
          browser
              .page()
              .request()
              .get(Product.shared().url() + "/export/tasks.csv?q=due+<<+5")
              .status();
      assertEquals(422, status);
    }
  }
}
