package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.project.MemberRole;
import tracker.project.ProjectChoice;
import tracker.shared.Ids;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Words;

/** The filters of the list in words, and the addresses that change them. */
@Named("filters")
@RequestScoped
public class ListFilters {
  @Inject private ListPage page;
  @Inject private Choices choices;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Words words;

  private @Nullable List<StatusChoice> statuses;

  /** One filter that is on: what it is about, its value in words, the address without it. */
  public record Chip(String name, String label, String value, String without) {}

  public List<Chip> getChips() {
    ListQuery query = page.getQuery();
    List<Chip> chips = new ArrayList<>();
    query
        .values()
        .forEach(
            (name, values) -> {
              if (!List.of("filter", "q", "sort", "trash").contains(name)) {
                String said =
                    String.join(
                        words.get("list.or"),
                        values.stream().map(value -> word(name, value)).toList());
                String without = link(query.without(name));
                chips.add(new Chip(name, words.get("list.by." + name), said, without));
              }
            });
    return chips;
  }

  /** A value of the address that a form carries along. */
  public record Other(String name, String value) {}

  /** All of the address but the query. */
  public List<Other> getOthers() {
    List<Other> others = new ArrayList<>();
    page.getQuery()
        .values()
        .forEach(
            (name, values) ->
                values.stream()
                    .filter(value -> !name.equals("q"))
                    .forEach(value -> others.add(new Other(name, value))));
    return others;
  }

  /** All filters in one line, for an empty list and for the window's title. */
  public String getSaid() {
    List<String> said = new ArrayList<>();
    String text = page.getQuery().text();
    if (text != null) {
      said.add(words.get("list.by.q") + " " + text);
    }
    getChips().forEach(chip -> said.add(chip.label() + " " + chip.value()));
    return String.join(", ", said);
  }

  /** The whole view as one query; empty where nothing narrows or orders it. */
  public String getAsQuery() {
    return Worded.of(page.getQuery(), this::named);
  }

  /** Whether the view can be kept as a filter. */
  public boolean isSavable() {
    return page.getTyped().wrong() == null && !page.getQuery().isTrash() && !getAsQuery().isEmpty();
  }

  // a name that two people have would mean both
  private String named(UUID person) {
    String name = people.name(person);
    boolean only =
        choices.getPeople().stream().filter(one -> one.name().equalsIgnoreCase(name)).count() == 1;
    return only ? name : person.toString();
  }

  private String word(String name, String value) {
    return switch (name) {
      case "status" -> choices.statusName(value);
      case "priority" -> words.get("priority." + value);
      case "type" -> choices.typeName(value);
      case "due" -> words.get("list.due." + value);
      case "assignee" -> person(value);
      default -> value;
    };
  }

  private String person(String value) {
    UUID id = Ids.parse(value);
    return id == null ? words.get("list.assignee." + value) : people.name(id);
  }

  /** The address with a value put in or taken out. */
  public String toggle(String name, String value) {
    return link(page.getQuery().toggle(name, value));
  }

  /** The project whose statuses those are; empty for the four that every project knows. */
  public String getStatusesOf() {
    String project = page.getQuery().one("project");
    return project == null ? "" : project;
  }

  /** The key of the project that a line below the rows adds to; null where it adds to none. */
  public @Nullable String getAddsTo() {
    String project = getStatusesOf();
    return choices.getProjects().stream()
        .filter(one -> one.key().equals(project) && !page.getQuery().isTrash())
        .filter(one -> caller.isAdmin() || one.role() != null && one.role() != MemberRole.VIEWER)
        .findFirst()
        .map(ProjectChoice::key)
        .orElse(null);
  }

  /** The statuses to choose from: those of the project, where the list is narrowed to one. */
  public List<StatusChoice> getStatuses() {
    if (statuses == null) {
      String project = getStatusesOf();
      statuses =
          choices.getProjects().stream()
              .filter(one -> one.key().equals(project))
              .findFirst()
              .map(one -> choices.statusesOf(one.key()))
              .orElseGet(choices::getStatuses);
    }
    return statuses;
  }

  public String sortBy(String column) {
    return shell.link(page.getQuery().sortBy(column));
  }

  /** All tasks have an address of their own: the bare one may open with a usual filter. */
  private String link(String address) {
    return shell.link(address.equals("/list") ? "/list?view=all" : address);
  }

  public String getBare() {
    return link(page.getQuery().bare());
  }

  /** The board of the project that the list is narrowed to, or of the last one, asked the same. */
  public String getBoard() {
    String project = page.getQuery().one("project");
    String board = project == null ? shell.boardLink() : shell.link("/board/" + project);
    return Typed.of(page.getQuery().text()).on(board);
  }

  /** The trash with the same filters, or back. */
  public String getTrash() {
    return toggle("trash", "true");
  }
}
