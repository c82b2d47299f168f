package tracker.workflow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tracker.project.MemberRole;
import tracker.project.Reach;

/**
 * A way from one status to another.
 *
 * @param from a name, or {@code *} for every status
 * @param roles who may take it; null or empty for all who work in the project. Managers may always
 * @param required fields of a task that must have a value to take it, see {@link #FIELDS}
 */
public record Transition(
    @NotNull(message = "{invalid.required}") String from,
    @NotNull(message = "{invalid.required}") String to,
    @Nullable @Size(max = 2, message = "{invalid.count}") List<MemberRole> roles,
    @Nullable @Size(max = 10, message = "{invalid.count}") List<String> required) {
  /** From every status. */
  public static final String ANY = "*";

  /** What can be required. */
  public static final Set<String> FIELDS =
      Set.of("assignee_id", "description", "due_at", "parent_id", "refs", "tags");

  public Transition {
    roles = Objects.requireNonNullElse(roles, List.of());
    required = Objects.requireNonNullElse(required, List.of());
  }

  /** How far the rights of whoever takes it must go. */
  public Reach needed() {
    List<MemberRole> asked = Objects.requireNonNull(roles);
    return asked.isEmpty() || asked.contains(MemberRole.MEMBER) ? Reach.WORK : Reach.MANAGE;
  }

  boolean leads(Status a, Status b) {
    return (from.equals(ANY) || a.isCalled(from)) && b.isCalled(to);
  }
}
