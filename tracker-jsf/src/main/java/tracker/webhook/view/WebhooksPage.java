package tracker.webhook.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.notify.JobStatus;
import tracker.notify.Notifications;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Storable;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.webhook.DeliveryView;
import tracker.webhook.NewWebhook;
import tracker.webhook.WebhookView;
import tracker.webhook.Webhooks;

/**
 * One's webhooks, for administrators all: make, pause, try, delete, and what each was told. A
 * secret is shown in the answer to the request that made it, and never again.
 */
@Named("webhooks")
@RequestScoped
public class WebhooksPage {
  private static final int ROWS = 100;

  @Inject private Webhooks webhooks;
  @Inject private Notifications notifications;
  @Inject private Projects projects;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private final Map<UUID, String> keys = new HashMap<>();
  private @Nullable Page<WebhookView> page;
  private @Nullable Page<DeliveryView> log;
  private @Nullable String url;
  private String events = "task.*";
  private @Nullable String project;
  private @Nullable String secret;

  public Page<WebhookView> getPage() {
    if (page == null) {
      page = webhooks.list(PageAsk.first(ROWS));
    }
    return page;
  }

  /** The key of its project, or null where it is told of all. */
  public @Nullable String key(WebhookView one) {
    UUID id = one.projectId();
    return id == null
        ? null
        : keys.computeIfAbsent(
            id,
            known -> projects.maybeReached(known.toString()).map(ProjectFound::key).orElse("…"));
  }

  /** What it asked for, in one line. */
  public String events(WebhookView one) {
    return String.join(", ", one.events());
  }

  /** The one whose log is looked at, or null. */
  public @Nullable WebhookView getOf() {
    UUID id = Ids.parse(asked.textOrNull("of"));
    return id == null ? null : webhooks.one(id);
  }

  /** What that one was told, the last first. */
  public Page<DeliveryView> getLog() {
    if (log == null) {
      WebhookView of = getOf();
      log =
          of == null
              ? new Page<>(List.of(), 1, ROWS, 0, null)
              : webhooks.deliveries(of.id(), PageAsk.first(ROWS));
    }
    return log;
  }

  /** What was posted, to be read by people. */
  public String request(DeliveryView one) {
    try {
      return Json.shared().writerWithDefaultPrettyPrinter().writeValueAsString(one.request());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that cannot be written", e);
    }
  }

  public boolean isFailed(DeliveryView one) {
    return one.status() == JobStatus.FAILED;
  }

  /** Makes one; the form shows its secret then. */
  public void create() {
    List<String> wanted =
        Arrays.stream(events.split("[,;\\s]+")).filter(one -> !one.isEmpty()).toList();
    secret =
        webhooks
            .create(new NewWebhook(url == null ? "" : url, wanted, Storable.orNull(project), true))
            .secret();
  }

  /** Gives the one that the request names another secret; the form shows it then. */
  public void rotate() {
    secret = webhooks.rotate(asked.id("webhook")).secret();
  }

  /** Pauses the one that the request names, or lets it go on. */
  public void activate() {
    boolean active = Boolean.parseBoolean(asked.text("active"));
    webhooks.activate(asked.id("webhook"), active);
    say(active ? "webhook.resumed" : "webhook.paused");
  }

  /** Calls the one that the request names. */
  public void test() {
    webhooks.test(asked.id("webhook"));
    say("webhook.tested");
  }

  public void delete() {
    webhooks.delete(asked.id("webhook"), null);
    toasts.say(words.get("webhook.deleted"));
    shell.go("/webhooks");
  }

  /** Sends the failed message again that the request names. */
  public void replay() {
    notifications.replay(asked.id("job"));
    say("webhook.replayed");
  }

  private void say(String key) {
    toasts.say(words.get(key));
    shell.again();
  }

  public @Nullable String getSecret() {
    return secret;
  }

  public @Nullable String getUrl() {
    return url;
  }

  public void setUrl(@Nullable String url) {
    this.url = url;
  }

  public String getEvents() {
    return events;
  }

  public void setEvents(@Nullable String events) {
    this.events = events == null ? "" : events;
  }

  public @Nullable String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project;
  }
}
