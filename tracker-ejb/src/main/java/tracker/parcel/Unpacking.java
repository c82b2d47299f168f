package tracker.parcel;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.Newcomer;
import tracker.journal.Arrived;
import tracker.journal.Change;
import tracker.journal.Journal;
import tracker.project.Projects;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.workflow.NewWorkflow;
import tracker.workflow.Workflows;

/** Brings a document in, part by part, in the caller's transaction: all of it or nothing. */
@Dependent
class Unpacking {
  @Inject private Settling settling;
  @Inject private Proving proving;
  @Inject private Pasts pasts;
  @Inject private Contents contents;
  @Inject private Closing closing;
  @EJB private Accounts accounts;
  @EJB private Workflows workflows;
  @EJB private Journal journal;
  @Inject private Event<Arrived> arrived;
  @Inject private Caller caller;
  @Inject private Sql sql;

  /** Brings it in under this key, or its own where that is null. */
  ParcelResult take(Path file, @Nullable String key, boolean dryRun) {
    // what one brings in must be seen by the next, which would else wait for its rows
    sql.alone("parcel");
    sql.change("set constraints task.task_parent_id_fkey deferred");
    Load load = new Load();
    Document.read(file, (document, part) -> take(document, part, load, key));
    closing.prove(load);
    record(load);
    Packed.Project project = load.project();
    return new ParcelResult(
        project.id(),
        project.key(),
        project.name(),
        load.created(),
        load.leftOut(),
        dryRun,
        dryRun ? null : caller.operation());
  }

  private void take(Document document, String part, Load load, @Nullable String key)
      throws IOException {
    switch (part) {
      case "format" -> {
        if (!Packing.FORMAT.equals(document.one(String.class))) {
          throw Problem.invalid(part, "invalid.parcel");
        }
      }
      case "version" -> version(document.one(Integer.class));
      case "people" -> people(document, load);
      case "project" -> project(document, load, key);
      case "members" ->
          document.each(
              Packed.Member.class,
              (first, rows) -> {
                proving.shapes(part, first, rows);
                settling.members(load, first, rows);
              });
      case "workflow" -> rules(document, load);
      case "tags" -> tags(document, load);
      case "left_out" -> document.leftOut(load);
      case "attachments" ->
          document.files((index, row, bytes) -> contents.keep(load, index, row, bytes));
      default -> rows(document, part, load);
    }
  }

  private static void version(@Nullable Integer version) {
    if (version == null || version < 1) {
      throw Problem.invalid("version", "invalid.parcel");
    }
    if (version > Packing.VERSION) {
      throw Problem.invalid("version", "invalid.parcel_version", version, Packing.VERSION);
    }
  }

  private void rows(Document document, String part, Load load) throws IOException {
    switch (part) {
      case "tasks" ->
          document.each(
              Packed.Task.class,
              (first, rows) -> {
                proving.shapes(part, first, rows);
                settling.tasks(load, first, rows);
                tell(load, part, rows.stream().map(Packed.Task::id).toList());
              });
      case "comments" ->
          document.each(
              Packed.Comment.class,
              (first, rows) -> {
                proving.shapes(part, first, rows);
                settling.comments(load, first, rows);
                tell(load, part, rows.stream().map(Packed.Comment::id).toList());
              });
      case "links" ->
          document.each(
              Packed.Link.class,
              (first, rows) -> {
                proving.shapes(part, first, rows);
                settling.links(load, first, rows);
                load.came(part, rows.size());
              });
      default ->
          document.each(
              Packed.Entry.class,
              (first, rows) -> {
                proving.shapes(part, first, rows);
                pasts.take(load, document.accounts(), first, rows);
              });
    }
  }

  private void tell(Load load, String part, List<UUID> ids) {
    load.came(part, ids.size());
    arrived.fire(new Arrived(ids));
  }

  private void people(Document document, Load load) throws IOException {
    Map<String, Newcomer> people = new LinkedHashMap<>();
    document.each(
        Newcomer.class,
        (first, rows) -> {
          proving.shapes("people", first, rows);
          for (int i = 0; i < rows.size(); i++) {
            if (people.put(rows.get(i).ref(), rows.get(i)) != null) {
              String place = "people[" + (first + i) + "].ref";
              throw Problem.invalid(place, "invalid.parcel_twice", rows.get(i).ref());
            }
          }
        });
    List<Newcomer> all = List.copyOf(people.values());
    Accounts.Found found = accounts.bring(all);
    Map<String, String> known = new HashMap<>();
    found.accounts().forEach((ref, account) -> known.put(ref, account.toString()));
    document.know(known);
    load.came("people", found.opened());
  }

  private void project(Document document, Load load, @Nullable String key) throws IOException {
    Packed.Project one = document.one(Packed.Project.class);
    if (one == null) {
      throw Problem.invalid("project", "invalid.required");
    }
    proving.shape("project", one);
    Packed.Project here =
        new Packed.Project(
            one.id(),
            key == null ? one.key() : key,
            one.name(),
            one.description(),
            one.visibility(),
            one.lastNumber(),
            one.createdBy(),
            one.createdAt(),
            one.updatedAt(),
            one.version());
    settling.project(here);
    load.project(here);
  }

  private void rules(Document document, Load load) throws IOException {
    Packed.Rules rules = document.one(Packed.Rules.class);
    if (rules != null) {
      proving.shape("workflow", rules);
      NewWorkflow wanted = new NewWorkflow(rules.statuses(), rules.transitions(), null);
      load.rules(
          workflows
              .bring(load.id(), rules.id(), wanted, rules.version())
              .orElseThrow(() -> Proving.here("workflow.id", rules.id())));
    }
  }

  /** Tags are of the whole instance: those with a name that is here keep their colour. */
  private void tags(Document document, Load load) throws IOException {
    List<Change> made = new ArrayList<>();
    document.each(
        Packed.Tag.class,
        (first, rows) -> {
          proving.shapes("tags", first, rows);
          for (Packed.Tag tag : rows) {
            load.tag(tag.name().strip());
            made(tag).ifPresent(made::add);
          }
        });
    journal.record(made);
    load.came("tags", made.size());
  }

  private Optional<Change> made(Packed.Tag tag) {
    UUID id = Ids.next();
    String name = tag.name().strip();
    int rows =
        sql.change(
            "insert into task.tag (id, name, colour, created_by) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            id,
            name,
            tag.colour(),
            caller.id());
    Map<String, String> fields = Map.of("name", name, "colour", tag.colour());
    return rows == 0
        ? Optional.empty()
        : Optional.of(new Change("tag", id, null, "created", null, fields));
  }

  /** That it came is one entry of its own, by whoever brought it. */
  private void record(Load load) {
    Map<String, Object> fields = new LinkedHashMap<>(load.created());
    fields.put("key", load.project().key());
    fields.put("version", load.project().version());
    UUID id = load.id();
    journal.record(List.of(new Change("project", id, id, Projects.IMPORTED, null, fields)));
  }
}
