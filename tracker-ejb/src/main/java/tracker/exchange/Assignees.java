package tracker.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tracker.identity.Accounts;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Visibility;

/** Who can be given tasks of one project, by name. */
final class Assignees {
  private final Accounts accounts;
  private final boolean everybody;
  private final Set<UUID> members = new HashSet<>();
  private final Map<String, List<UUID>> named;

  /**
   * Looks all names up at once.
   *
   * @param caller who may always take a task
   */
  Assignees(
      Accounts accounts,
      Projects projects,
      ProjectFound project,
      UUID caller,
      Collection<String> names) {
    this.accounts = accounts;
    this.everybody = project.visibility() == Visibility.INTERNAL;
    if (!everybody) {
      projects.members(project.key()).forEach(member -> members.add(member.userId()));
      members.add(caller);
    }
    Set<String> low = names.stream().map(Assignees::low).collect(Collectors.toSet());
    this.named = low.isEmpty() ? Map.of() : accounts.called(low);
  }

  /** Those with this name who see the project. */
  List<UUID> called(String name) {
    return named.getOrDefault(low(name), List.of()).stream().filter(this::sees).toList();
  }

  /** Whether this account is there and sees the project. */
  boolean may(UUID account) {
    return sees(account) && accounts.exists(account);
  }

  private boolean sees(UUID account) {
    return everybody || members.contains(account);
  }

  private static String low(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
