package tracker.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tracker.project.MemberRole;
import tracker.shared.Problem;
import tracker.shared.Storable;

/** Proves that rules hold together: 422 with the place of what does not. */
final class Sound {
  private Sound() {}

  /**
   * The rules as they are kept, names without blanks around them and as their statuses write them.
   */
  static Workflow of(NewWorkflow wanted) {
    List<Status> statuses =
        wanted.statuses().stream()
            .map(one -> new Status(one.name().strip(), one.category(), one.wipLimit()))
            .toList();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < statuses.size(); i++) {
      checkStatus("statuses[" + i + "].name", statuses.get(i), names);
    }
    Workflow plain = new Workflow(statuses, List.of());
    List<Transition> given = Objects.requireNonNullElse(wanted.transitions(), List.of());
    Set<String> ways = new HashSet<>();
    List<Transition> kept = new java.util.ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      kept.add(transition("transitions[" + i + "]", given.get(i), plain, ways));
    }
    return new Workflow(statuses, List.copyOf(kept));
  }

  private static void checkStatus(String field, Status status, Set<String> names) {
    String name = status.name();
    if (name.isEmpty()) {
      throw Problem.invalid(field, "invalid.required");
    }
    Storable.check(field, name);
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw Problem.invalid(field, "invalid.status_twice", name);
    }
    Optional<Category> word = Category.of(name);
    if (word.isPresent() && word.get() != status.category() || name.equals(Transition.ANY)) {
      throw Problem.invalid(field, "invalid.status_name", name);
    }
  }

  private static Transition transition(
      String field, Transition given, Workflow plain, Set<String> ways) {
    String from =
        given.from().equals(Transition.ANY)
            ? Transition.ANY
            : name(field + ".from", given.from(), plain);
    String to = name(field + ".to", given.to(), plain);
    if (from.equals(to) || !ways.add(from + "\n" + to)) {
      throw Problem.invalid(field, "invalid.transition_twice", from, to);
    }
    List<MemberRole> roles = Objects.requireNonNull(given.roles());
    if (roles.contains(MemberRole.VIEWER)) {
      throw Problem.invalid(field + ".roles", "invalid.word", "member, manager");
    }
    for (String one : Objects.requireNonNull(given.required())) {
      if (!Transition.FIELDS.contains(one)) {
        throw Problem.invalid(
            field + ".required",
            "invalid.word",
            String.join(", ", new java.util.TreeSet<>(Transition.FIELDS)));
      }
    }
    return new Transition(from, to, roles, given.required());
  }

  private static String name(String field, String given, Workflow plain) {
    return plain
        .find(given.strip())
        .map(Status::name)
        .orElseThrow(() -> Problem.invalid(field, "invalid.status", names(plain)));
  }

  /** Proves where tasks go: to a status that is there. */
  static void checkMove(Map<String, String> move, Workflow after) {
    move.forEach(
        (from, to) -> {
          if (to == null || after.find(to).isEmpty()) {
            throw Problem.invalid("move", "invalid.status", names(after));
          }
        });
  }

  static String names(Workflow rules) {
    return String.join(", ", rules.statuses().stream().map(Status::name).toList());
  }
}
