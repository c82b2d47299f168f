package tracker.audit.view;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.audit.Audit;
import tracker.audit.AuditAction;
import tracker.audit.AuditAsk;
import tracker.audit.AuditEntry;
import tracker.identity.Accounts;
import tracker.identity.PersonView;
import tracker.journal.LastProof;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Words;

/** The record of changes, for administrators: what matches the address, the last first. */
@Named("auditPage")
@RequestScoped
public class AuditPage {
  private static final int ROWS = 50;
  private static final int SHORT = 120;

  @Inject private Audit audit;
  @Inject private Accounts accounts;
  @Inject private People people;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Words words;

  private @Nullable AuditQuery query;
  private @Nullable Page<AuditEntry> page;
  private @Nullable Problem wrong;

  private AuditQuery query() {
    if (query == null) {
      query = AuditQuery.read(asked::textOrNull);
    }
    return query;
  }

  /** The part that is asked for; nothing where the address asks for what cannot be. */
  public Page<AuditEntry> getPage() {
    if (page == null) {
      try {
        page = audit.list(query().ask(), new PageAsk(1, ROWS, asked.textOrNull("cursor")));
        people.meet(page.items().stream().flatMap(one -> named(one).stream()).toList());
      } catch (Problem problem) {
        if (problem.fields().isEmpty()) {
          throw problem;
        }
        wrong = problem;
        page = Page.whole(List.of());
      }
    }
    return page;
  }

  private static List<UUID> named(AuditEntry one) {
    List<UUID> ids = new ArrayList<>();
    UUID of = Ids.parse(one.field().replaceFirst("^[a-z]+\\.", ""));
    if (of != null) {
      ids.add(of);
    }
    for (JsonNode value : new JsonNode[] {one.old(), one.now()}) {
      UUID id = value != null && value.isTextual() ? Ids.parse(value.asText()) : null;
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** Why the address cannot be answered; null where it can. */
  public @Nullable String getWrong() {
    getPage();
    return wrong == null
        ? null
        : String.join(" ", wrong.fields().values().stream().map(words::say).toList());
  }

  /** One of the filters, as the address has it. */
  public @Nullable String value(String name) {
    return query().one(name);
  }

  public boolean isNarrow() {
    return !query().values().isEmpty();
  }

  public List<String> getEntities() {
    return AuditAsk.ENTITIES;
  }

  public List<String> getActions() {
    return Arrays.stream(AuditAction.values()).map(AuditAction::word).toList();
  }

  /** Who can be chosen; the one that is chosen is among them, however many there are. */
  public List<PersonView> getPeople() {
    List<PersonView> all =
        new ArrayList<>(accounts.people(null, PageAsk.first(PageAsk.MAX_LIMIT)).items());
    UUID chosen = Ids.parse(value("actor"));
    if (chosen != null && all.stream().noneMatch(one -> one.id().equals(chosen))) {
      all.add(0, new PersonView(chosen, people.name(chosen)));
    }
    return all;
  }

  /** Whether more match than are counted. */
  public boolean isUncounted() {
    return getPage().total() >= 100_000;
  }

  /** The address of the following part; null at the end. */
  public @Nullable String getNext() {
    String next = getPage().next();
    return next == null ? null : "?" + before() + "cursor=" + next;
  }

  /** The address of the first part; null where it is shown. */
  public @Nullable String getFirst() {
    return asked.textOrNull("cursor") == null ? null : "?" + query().written();
  }

  private String before() {
    String written = query().written();
    return written.isEmpty() ? "" : written + "&";
  }

  /** The address of a file of all that matches. */
  public String file(String ending) {
    return shell.link("/export/audit/changes." + ending + "?" + query().written());
  }

  /** How the last proof ended; null before the first. */
  public @Nullable LastProof getProof() {
    return audit.proof().orElse(null);
  }

  /** What a kind of thing is called. */
  public String kind(AuditEntry one) {
    return known("audit.entity." + one.entity(), one.entity());
  }

  /** What an entry is about, in a word: the key of a task or project, a name, or the kind alone. */
  public @Nullable String thing(AuditEntry one) {
    return switch (one.entity()) {
      case "project", "workflow" -> one.projectKey();
      case "account", "tag" -> one.name();
      default -> one.taskKey();
    };
  }

  /** Where that is; null where it has no page, or where it may be gone. */
  public @Nullable String link(AuditEntry one) {
    if (one.taskKey() != null) {
      return shell.link("/task/" + one.taskKey());
    }
    return switch (one.entity()) {
      case "project", "workflow" ->
          one.projectKey() == null ? null : shell.link("/project/" + one.projectKey());
      case "hotel", "room" -> shell.link("/" + one.entity() + "/" + one.entityId());
      case "booking" -> shell.link("/stay/" + one.entityId());
      default -> null;
    };
  }

  /** What the way to it is called. */
  public String opens(AuditEntry one) {
    String thing = thing(one);
    return words.say("audit.opens", thing == null ? kind(one) : thing);
  }

  /** What was done, with the field where it was one. */
  public String done(AuditEntry one) {
    if (!one.action().equals("changed")) {
      return words.get("audit.action." + one.action());
    }
    String[] parts = one.field().split("\\.", 2);
    String field = known("audit.field." + parts[0], parts[0]);
    String of = parts.length == 1 ? "" : people.name(Ids.parse(parts[1]));
    return of.isEmpty() ? field : field + ": " + of;
  }

  /** A value in one line; empty for none. */
  public String brief(AuditEntry one, @Nullable JsonNode value) {
    String text = full(value).replaceAll("\\s+", " ");
    String name = known(one.field() + "." + text, text);
    return name.length() > SHORT ? name.substring(0, SHORT - 1) + "…" : name;
  }

  /** A value as it is, people by their names. */
  public String full(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      return value.toString();
    }
    UUID id = Ids.parse(value.asText());
    String name = id == null ? "" : people.name(id);
    return name.isEmpty() ? value.asText() : name;
  }

  private String known(String key, String otherwise) {
    return words.containsKey(key) ? words.get(key) : otherwise;
  }
}
