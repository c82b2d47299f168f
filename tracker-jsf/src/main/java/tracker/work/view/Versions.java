package tracker.work.view;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.journal.HistoryEntry;
import tracker.shared.Json;
import tracker.shared.WordDiff;
import tracker.shared.view.Asked;
import tracker.work.Tasks;

/** Versions of a task's description: what a change did, and the way back to the text before it. */
@Named("versions")
@RequestScoped
public class Versions {
  @Inject private Tasks tasks;
  @Inject private Edits edits;
  @Inject private TaskPage page;
  @Inject private Asked asked;

  /** Sends what a change did, piece by piece, as JSON: {@code [{fate, text}]}. */
  public void compare() {
    HistoryEntry change = change();
    List<Map<String, String>> pieces =
        WordDiff.of(text(change.old()), text(change.now())).stream()
            .map(
                piece ->
                    Map.of(
                        "fate", piece.fate().name().toLowerCase(Locale.ROOT), "text", piece.text()))
            .toList();
    PrimeFaces.current().ajax().addCallbackParam("pieces", Json.write(pieces));
  }

  /** Gives the task the description again that it had before a change. */
  public void bring() {
    Edit before = new Edit("description", text(change().old()));
    page.show(edits.apply(asked.text("key"), before, null));
  }

  private HistoryEntry change() {
    return tasks.past(asked.text("key"), asked.id("change"));
  }

  private static String text(@Nullable JsonNode value) {
    return value == null || value.isNull() ? "" : value.asText();
  }
}
