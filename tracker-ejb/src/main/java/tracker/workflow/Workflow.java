package tracker.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a project.
 *
 * @param statuses in the order in which work goes through them
 * @param transitions the ways that may be taken; without any, every one may
 */
public record Workflow(List<Status> statuses, List<Transition> transitions) {
  /** What a project has that did not name its own: the four categories, all ways open. */
  public static final Workflow USUAL =
      new Workflow(Arrays.stream(Category.values()).map(Status::of).toList(), List.of());

  /**
   * The status that a word means: one of this name, or the first of the category of this name. The
   * words of the categories mean something everywhere: where a project has no status in one, its
   * word is the status.
   */
  public Optional<Status> find(String word) {
    return named(word).or(() -> Category.of(word).map(this::main));
  }

  private Optional<Status> named(String name) {
    return statuses.stream().filter(one -> one.isCalled(name)).findFirst();
  }

  /** The first status of a category. */
  public Status main(Category category) {
    return statuses.stream()
        .filter(one -> one.category() == category)
        .findFirst()
        .orElse(Status.of(category));
  }

  /** The status of a task; the first of its category where the project has none of its name. */
  public Status at(Standing standing) {
    return at(standing.category(), standing.name());
  }

  /** The same by its category and name, which is null where it is called as its category. */
  public Status at(Category category, @Nullable String name) {
    return named(name == null ? category.word() : name)
        .filter(one -> one.category() == category)
        .orElseGet(() -> main(category));
  }

  /** How a task that has this status keeps it. */
  public Standing standing(Status status) {
    boolean plain = status.isCalled(status.category().word());
    return new Standing(
        status.category(),
        plain ? null : status.name(),
        !plain && !main(status.category()).equals(status));
  }

  /** The way from one status to another; empty where none may be taken. */
  public Optional<Transition> way(Status from, Status to) {
    return transitions.isEmpty()
        ? Optional.of(new Transition(from.name(), to.name(), null, null))
        : transitions.stream().filter(one -> one.leads(from, to)).findFirst();
  }

  /** Where one can go from a status. */
  public List<Status> next(Status from) {
    return statuses.stream().filter(to -> !to.equals(from) && way(from, to).isPresent()).toList();
  }

  /**
   * All statuses that a task may have: the named ones, and the plain ones of categories that have
   * none.
   */
  public List<Status> all() {
    List<Status> all = new ArrayList<>(statuses);
    for (Category category : Category.values()) {
      if (statuses.stream().noneMatch(one -> one.category() == category)) {
        all.add(Status.of(category));
      }
    }
    return all;
  }
}
