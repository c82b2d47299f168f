package tracker.search;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Reached;
import tracker.identity.Right;
import tracker.project.Projects;
import tracker.shared.Problem;
import tracker.shared.Storable;
import tracker.work.TaskView;
import tracker.work.Tasks;

/** The door to finding: only living tasks that the caller sees, and what hangs on them. */
@Stateless
public class Search {
  /** How many are found where nothing else is asked. */
  public static final int USUAL = 20;

  /** How many are found at most. */
  public static final int MOST = 50;

  /** How many similar tasks are named. */
  private static final int ALIKE = 3;

  /** A shorter title resembles too much. */
  private static final int SHORTEST_TITLE = 3;

  private static final int LONGEST_TITLE = 500;

  @Inject private DocumentRows rows;
  @Inject private SimilarRows similar;
  @EJB private Projects projects;
  @Inject private Index index;
  @EJB private Tasks tasks;

  /**
   * The tasks in whose title, description, comments or file names all these words stand, by stem or
   * beginning; with a wrong letter each where nothing is found otherwise. A key comes first. Empty
   * and too long texts are 422.
   *
   * @param limit 1 to {@link #MOST}
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Hits find(@Nullable String text, int limit) {
    Wanted wanted = Wanted.of("q", text == null ? "" : text);
    if (limit < 1 || limit > MOST) {
      throw Problem.invalid("limit", "invalid.number", 1, MOST);
    }
    List<Found> found = new ArrayList<>();
    wanted.key().flatMap(this::byKey).ifPresent(found::add);
    byWords(wanted, limit).stream()
        .filter(one -> found.isEmpty() || !found.get(0).id().equals(one.id()))
        .limit(limit - found.size())
        .forEach(found::add);
    return new Hits(List.copyOf(found));
  }

  private Optional<Found> byKey(String key) {
    return tasks
        .maybeReach(key)
        .filter(reached -> !reached.deleted())
        .map(Reached::id)
        .map(
            id -> {
              TaskView task = tasks.one(id.toString());
              return new Found(task.id(), task.key(), task.title(), "", Where.KEY);
            });
  }

  private List<Found> byWords(Wanted wanted, int limit) {
    if (wanted.words().isEmpty()) {
      return List.of();
    }
    List<Found> found = rows.find(wanted.with(Map.of()), limit);
    if (!found.isEmpty()) {
      return found;
    }
    Map<String, List<String>> near = rows.near(wanted.doubtful());
    return near.isEmpty() ? found : rows.find(wanted.with(near), limit);
  }

  /**
   * At most three tasks whose titles resemble this one, so that nobody writes one twice.
   *
   * @param project key or id of the only one to look in; null for all that the caller sees. 404
   *     where the caller does not see it
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Alike similar(@Nullable String title, @Nullable String project) {
    String given = title == null ? "" : title.strip();
    if (given.isEmpty()) {
      throw Problem.invalid("title", "invalid.required");
    }
    if (given.length() > LONGEST_TITLE) {
      throw Problem.invalid("title", "invalid.size", 1, LONGEST_TITLE);
    }
    Storable.check("title", given);
    UUID place = project == null || project.isEmpty() ? null : projects.one(project).id();
    return new Alike(given.length() < SHORTEST_TITLE ? List.of() : similar.of(given, place, ALIKE));
  }

  /** Reads everything that is searched anew, which takes a while. */
  @Allowed(Right.ADMIN)
  public void rebuild() {
    index.rebuild();
  }
}
