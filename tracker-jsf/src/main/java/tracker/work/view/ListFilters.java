package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tracker.shared.Ids;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Words;

/** The filters of the list in words, and the addresses that change them. */
@Named("filters")
@RequestScoped
public class ListFilters {
  @Inject private ListPage page;
  @Inject private People people;
  @Inject private Shell shell;
  @Inject private Words words;

  /** One filter that is on: what it is about, its value in words, the address without it. */
  public record Chip(String name, String label, String value, String without) {}

  public List<Chip> getChips() {
    ListQuery query = page.getQuery();
    List<Chip> chips = new ArrayList<>();
    query
        .values()
        .forEach(
            (name, values) -> {
              if (!name.equals("sort") && !name.equals("trash")) {
                String said =
                    String.join(
                        words.get("list.or"),
                        values.stream().map(value -> word(name, value)).toList());
                String without = shell.link(query.without(name));
                chips.add(new Chip(name, words.get("list.by." + name), said, without));
              }
            });
    return chips;
  }

  /** All filters in one line, for an empty list and for the window's title. */
  public String getSaid() {
    return String.join(
        ", ", getChips().stream().map(chip -> chip.label() + " " + chip.value()).toList());
  }

  private String word(String name, String value) {
    return switch (name) {
      case "status", "priority" -> words.get(name + "." + value);
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
    return shell.link(page.getQuery().toggle(name, value));
  }

  public String sortBy(String column) {
    return shell.link(page.getQuery().sortBy(column));
  }

  public String getBare() {
    return shell.link(page.getQuery().bare());
  }

  /** The board of the project that the list is narrowed to, or of the last one. */
  public String getBoard() {
    String project = page.getQuery().one("project");
    return project == null ? shell.boardLink() : shell.link("/board/" + project);
  }

  /** The trash with the same filters, or back. */
  public String getTrash() {
    return toggle("trash", "true");
  }
}
