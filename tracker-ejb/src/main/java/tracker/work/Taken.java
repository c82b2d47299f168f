package tracker.work;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Text;

/**
 * What became of one of many.
 *
 * @param id the task; null where it was refused
 * @param wrong why it was refused, by field; empty where it was not
 */
public record Taken(@Nullable UUID id, Map<String, Text> wrong) {
  private static final Set<Problem.Code> ABOUT_STATUS =
      Set.of(
          WorkProblem.WIP_LIMIT,
          WorkProblem.TRANSITION_NOT_ALLOWED,
          WorkProblem.TRANSITION_FORBIDDEN);

  static Taken as(UUID id) {
    return new Taken(id, Map.of());
  }

  static Taken refused(Problem problem) {
    String field = ABOUT_STATUS.contains(problem.code()) ? "status" : "task";
    return new Taken(
        null, problem.fields().isEmpty() ? Map.of(field, problem.text()) : problem.fields());
  }
}
