package tracker.attachment.view;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Browser;
import tracker.harness.Browser.Size;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** Files on the task page: chosen, dropped, pasted, saved, taken away and back. */
class FilesPageIT {
  private static final String GIVE =
      """
      (how) => {
        const data = new DataTransfer();
        data.items.add(new File(['Words'], how + '.txt', { type: 'text/plain' }));
        const at = document.querySelector('.task-main');
        if (how === 'pasted')
          at.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
        else
          for (const type of ['dragenter', 'dragover', 'drop'])
            at.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
      """;

  private final Person anna = People.named("Anna Weber");
  private final Project project = Work.project(anna);
  private final String task = Work.task(anna, project, "Paint the hall").field("key");

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(0x3b6ea5));
    pen.fillRect(0, 0, 900, 600);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "application/octet-stream", content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void files_are_chosen_saved_taken_away_and_back() throws Exception {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + task).page();
      page.locator("#say").fill("Half a thought");
      page.locator("#add-files")
          .setInputFiles(
              new FilePayload[] {
                file("Смета.txt", bytes("100 € for paint")), file("hall.png", picture())
              });
      Locator tiles = browser.part("file");
      assertThat(tiles).hasCount(2);
      assertThat(tiles.nth(0)).containsText("Смета.txt");
      assertThat(tiles.nth(1).locator("img")).isVisible();
      assertThat(page.locator("#say")).hasValue("Half a thought");
      browser.isAccessible().fitsSideways().shoot("files").fitsSideways();
      page.setViewportSize(1440, 900);

      Download saved = page.waitForDownload(() -> tiles.nth(0).locator("a").click());
      Assertions.assertEquals("Смета.txt", saved.suggestedFilename());
      Assertions.assertEquals("100 € for paint", Files.readString(saved.path()));

      tiles.nth(0).hover();
      tiles.nth(0).locator("[data-drop-file]").click();
      assertThat(tiles).hasCount(1);
      page.locator("#toast").getByText("Undo").click();
      assertThat(tiles).hasCount(2);
    }
  }

  @Test
  void what_was_deleted_from_a_task_comes_back_from_its_trash() {
    String files = "/api/tasks/" + task + "/attachments";
    Answer file = anna.rest().upload(files, "Смета.txt", bytes("100 €")).is(201);
    Answer said =
        anna.rest().post("/api/tasks/" + task + "/comments", Map.of("body", "Too dear")).is(201);
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + task).page();
      Locator gone = browser.part("gone");
      browser.part("trash").click();
      assertThat(page.locator("#hung-trash")).containsText("Nothing that you could bring back");
      anna.rest().delete("/api/attachments/" + file.field("id")).is(204);
      anna.rest().delete("/api/comments/" + said.field("id")).is(204);
      browser.go("/task/" + task);
      assertThat(page.locator("#activity")).containsText("deleted the file Смета.txt");
      assertThat(gone).hasCount(0);
      browser.part("trash").click();
      assertThat(gone).hasCount(2);
      browser.isAccessible().fitsSideways().shoot("task-trash").fitsSideways();
      page.setViewportSize(1440, 900);
      gone.nth(0).locator("button").click();
      assertThat(browser.part("file")).containsText("Смета.txt");
      assertThat(gone).hasCount(1);
      gone.locator("button").click();
      assertThat(browser.part("comment")).containsText("Too dear");
      assertThat(page.locator("#hung-trash")).containsText("Nothing that you could bring back");
    }
  }

  @Test
  void files_are_dropped_and_pasted() {
    try (Browser browser = Browser.open(Size.DESK, anna)) {
      Page page = browser.go("/task/" + task).page();
      page.evaluate(GIVE, "dropped");
      assertThat(browser.part("file")).hasText(java.util.regex.Pattern.compile("dropped.txt"));
      page.evaluate(GIVE, "pasted");
      assertThat(browser.part("file")).hasCount(2);
    }
  }

  @Test
  void what_is_refused_says_why_beside_its_name_and_goes_with_a_click() {
    try (Browser browser = Browser.open(Size.PHONE, anna)) {
      Page page = browser.go("/task/" + task).page();
      page.locator("#add-files").setInputFiles(file("setup.txt", bytes("MZ\u0090\u0000\u0003")));
      Locator refused = page.locator("#sending .bad");
      assertThat(refused).containsText("setup.txt");
      assertThat(refused).containsText("Files of this type are not taken");
      browser.isAccessible().fitsSideways();
      refused.getByText("Close").tap();
      assertThat(refused).hasCount(0);
      assertThat(browser.part("file")).hasCount(0);
      browser.faults().removeIf(fault -> fault.contains("415"));
    }
  }

  @Test
  void a_viewer_saves_files_and_adds_none() {
    anna.rest().upload("/api/tasks/" + task + "/attachments", "plan.txt", bytes("Plan")).is(201);
    Person viewer = People.named("Boris Ivanov");
    Work.join(anna, project, viewer, "viewer");
    try (Browser browser = Browser.open(Size.DESK, viewer)) {
      Page page = browser.go("/task/" + task).page();
      assertThat(browser.part("file")).containsText("plan.txt");
      assertThat(page.locator("#add-files")).hasCount(0);
      assertThat(page.locator("[data-drop-file]")).hasCount(0);
    }
  }
}
