package tracker.link.view;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.journal.HistoryEntry;
import tracker.link.LinkView;
import tracker.link.Links;
import tracker.shared.Text;
import tracker.shared.view.Words;
import tracker.work.Tied;
import tracker.work.view.Teller;

/** Says in the history of a task to which others it was tied; not of those out of sight. */
@RequestScoped
class LinkTold implements Teller {
  @Inject private Links links;
  @Inject private Words words;

  @Override
  public String icon() {
    return "link";
  }

  @Override
  public Map<UUID, String> told(String task, List<HistoryEntry> entries) {
    List<UUID> ids =
        entries.stream()
            .map(entry -> Tied.link(entry.field()))
            .filter(Objects::nonNull)
            .map(UUID.class::cast)
            .distinct()
            .toList();
    Map<UUID, String> told = new HashMap<>();
    if (ids.isEmpty()) {
      return told;
    }
    Map<UUID, LinkView> known = links.past(task, ids);
    for (HistoryEntry entry : entries) {
      UUID id = Tied.link(entry.field());
      LinkView link = id == null ? null : known.get(id);
      if (link != null) {
        told.put(entry.id(), text(isThere(entry.now()), link));
      }
    }
    return told;
  }

  private String text(boolean came, LinkView link) {
    String relation = words.get("links." + Reading.of(link).word()).toLowerCase(Locale.ROOT);
    return words.say(
        Text.of(
            came ? "activity.linked" : "activity.unlinked", relation, link.key(), link.title()));
  }

  private static boolean isThere(@Nullable JsonNode value) {
    return value != null && !value.isNull();
  }
}
