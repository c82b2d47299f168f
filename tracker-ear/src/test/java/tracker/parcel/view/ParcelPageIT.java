package tracker.parcel.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** A manager takes a project along from its settings; an administrator brings one in. */
class ParcelPageIT {
  private final Person admin = People.admin();
  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);

  private static FilePayload file(String text) {
    return new FilePayload(
        "project.json", "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** As from elsewhere: with other ids; they all begin with their time. */
  private String document() {
    Work.task(anna, project, "Проверить котёл", Map.of("tags", java.util.List.of("вода")));
    String own = admin.rest().get("/api/export/project/" + project.key() + ".json").is(200).text();
    String time = project.id().substring(0, 4);
    return own.replaceAll(
        "\"" + time + "(?=[0-9a-f]{4}-)", "\"7e5" + (project.key().hashCode() & 7));
  }

  @Test
  void managers_find_the_whole_project_in_its_settings() throws IOException {
    Work.task(anna, project, "Taken along");
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      browser.go("/project/" + project.key());
      Download file = browser.page().waitForDownload(() -> browser.part("export-json").click());
      assertEquals(project.key() + ".json", file.suggestedFilename());
      String text = Files.readString(file.path());
      assertTrue(text.startsWith("{\"format\":\"gerask-project\""), text);
      assertTrue(text.contains("Taken along"), text);
      assertTrue(browser.part("export-json-light").getAttribute("href").endsWith("?files=false"));
      browser.isAccessible().fitsSideways().shoot("parcel-settings");
    }
    Person boris = People.named("Boris Lund");
    Work.join(anna, project, boris, "member");
    try (Browser browser = Browser.open(Size.PHONE, boris, "ru-RU", ColorScheme.DARK)) {
      browser.go("/project/" + project.key());
      assertThat(browser.part("export-json")).hasCount(0);
      String at = Product.shared().url() + "/export/project/" + project.key() + ".json";
      assertEquals(403, browser.page().request().get(at).status());
      browser.go("/projects");
      assertThat(browser.part("import-project")).hasCount(0);
    }
    try (Browser browser = Browser.open(Size.PHONE, anna, "ru-RU", ColorScheme.DARK)) {
      browser.go("/project/" + project.key());
      assertThat(browser.part("export-json")).hasText("Выгрузить в JSON");
      browser.isAccessible().fitsSideways().shoot("parcel-settings-phone-dark");
    }
  }

  @Test
  void an_administrator_sees_what_would_come_before_it_comes() {
    String document = document();
    String key = Work.aKey();
    try (Browser browser = Browser.open(Size.DESK, admin)) {
      Page page = browser.go("/projects").page();
      browser.part("import-project").click();
      page.locator("#parcel-file").setInputFiles(file("{\"some\":\"thing\"}"));
      assertThat(browser.part("parcel-wrong")).hasText("Is no project that was exported as JSON.");
      assertThat(browser.part("parcel-go")).isDisabled();
      // the key is taken by the project that it was
      page.locator("#parcel-file").setInputFiles(file(document));
      assertThat(browser.part("parcel-wrong")).containsText(project.key());
      assertThat(page.locator("#parcel-key")).isFocused();
      browser.isAccessible().fitsSideways().shoot("parcel-refused");
      page.locator("#parcel-key").fill(key);
      page.locator("#parcel-key").press("Tab");
      assertThat(page.locator("[data-count=tasks]")).hasText("1");
      assertThat(browser.part("parcel-wrong")).isHidden();
      admin.rest().get("/api/projects/" + key).is(404);
      browser.isAccessible().fitsSideways().shoot("parcel-plan");
      browser.faults().removeIf(fault -> fault.contains("422") || fault.contains("409"));
      browser.part("parcel-go").click();
      page.waitForURL("**/board/" + key);
      assertThat(page.getByText("Проверить котёл").first()).isVisible();
    }
    anna.rest().get("/api/tasks/" + key + "-1").is(200);
  }

  @Test
  void it_reads_well_on_a_phone_in_the_dark() {
    String document = document().replace("\"" + project.key() + "\"", "\"" + Work.aKey() + "\"");
    try (Browser browser = Browser.open(Size.PHONE, admin, "ru-RU", ColorScheme.DARK)) {
      browser.go("/projects");
      browser.part("import-project").click();
      browser.isAccessible().fitsSideways().shoot("parcel-phone-dark");
      browser.page().locator("#parcel-file").setInputFiles(file(document));
      assertThat(browser.part("parcel-go")).isEnabled();
      browser.isAccessible().fitsSideways().shoot("parcel-plan-phone-dark");
    }
    try (Browser browser = Browser.open(Size.PHONE, admin)) {
      browser.go("/projects").fitsSideways();
      assertFalse(browser.part("import-project").getAttribute("data-opens").isEmpty());
      browser.shoot("parcel-projects-phone");
    }
    try (Browser browser = Browser.open(Size.DESK, admin, "en-GB", ColorScheme.DARK)) {
      browser.go("/projects");
      browser.part("import-project").click();
      browser.page().locator("#parcel-file").setInputFiles(file(document));
      assertThat(browser.part("parcel-go")).isEnabled();
      browser.isAccessible().shoot("parcel-plan-dark");
    }
  }
}
