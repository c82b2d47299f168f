package tracker.link.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.link.LinkView;
import tracker.link.Links;
import tracker.link.NewLink;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Text;
import tracker.shared.view.Asked;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.work.Tasks;

/** The links of the task in the address. */
@Named("links")
@RequestScoped
public class LinkList {
  private static final int SUGGESTED = 8;

  @Inject private Links links;
  @Inject private Tasks tasks;
  @Inject private Asked asked;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<LinkView> page;

  /** Links that read the same, the oldest first. */
  public record Group(Reading reading, List<LinkView> links) {}

  /** By how they read; none before the page is written, for an act may remove some. */
  public List<Group> getGroups() {
    return getReadings().stream()
        .map(
            reading ->
                new Group(
                    reading,
                    page().items().stream().filter(one -> Reading.of(one) == reading).toList()))
        .filter(group -> !group.links().isEmpty())
        .toList();
  }

  public List<Reading> getReadings() {
    return List.of(Reading.values());
  }

  public long getTotal() {
    return page().total();
  }

  /** How many are not shown. */
  public long getMore() {
    return page().total() - page().items().size();
  }

  /** What the task waits for. */
  public List<LinkView> getBlockers() {
    return page().items().stream().filter(LinkView::holdsUp).toList();
  }

  private Page<LinkView> page() {
    if (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      return new Page<>(List.of(), 1, PageAsk.MAX_LIMIT, 0, null);
    }
    if (page == null) {
      page = links.list(asked.text("key"), PageAsk.first(PageAsk.MAX_LIMIT));
    }
    return page;
  }

  /** Ties the task to another one. */
  public void add() {
    Reading reading = reading();
    String other = asked.text("task");
    LinkView made =
        links.create(asked.text("key"), new NewLink(reading.type(), other, reading.direction()));
    tell("links.added", reading, made.key());
  }

  /** Unties the task from another one. */
  public void drop() {
    UUID id = asked.id("link");
    LinkView gone = links.one(asked.text("key"), id);
    links.delete(asked.text("key"), id, null);
    tell("links.removed", Reading.of(gone), gone.key());
  }

  private void tell(String key, Reading reading, String other) {
    String relation = words.get("links." + reading.word()).toLowerCase(Locale.ROOT);
    toasts.done(words.say(Text.of(key, asked.text("key"), relation, other)));
  }

  /** Sends the tasks that a key or words of a title mean, as JSON: {@code [{key, title, …}]}. */
  public void suggest() {
    String self = asked.text("key");
    List<Map<String, String>> found =
        tasks.find(asked.text("text"), SUGGESTED + 1).stream()
            .filter(one -> !one.key().equals(self))
            .limit(SUGGESTED)
            .map(
                one ->
                    Map.of(
                        "key", one.key(),
                        "title", one.title(),
                        "status", one.status().word(),
                        "said", words.get("status." + one.status().word())))
            .toList();
    PrimeFaces.current().ajax().addCallbackParam("found", Json.write(found));
  }

  private Reading reading() {
    String word = asked.text("reading");
    return Arrays.stream(Reading.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Problem.of(CommonProblem.BAD_REQUEST));
  }
}
