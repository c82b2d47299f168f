package tracker.exchange;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.work.NewTask;
import tracker.work.Taken;
import tracker.work.TaskChange;
import tracker.work.TaskLoads;
import tracker.work.TaskView;
import tracker.workflow.Workflows;

/** Brings rows of a sheet in: those that are tasks already are changed, the others created. */
@Dependent
class Intake {
  /** So many are created with one statement for each table. */
  private static final int PART = 500;

  @EJB private TaskLoads loads;
  @Inject private Origins origins;
  @EJB private Accounts accounts;
  @EJB private Projects projects;
  @EJB private Workflows workflows;
  @Inject private Caller caller;

  /** What became of rows: how many of them, and each with its task. */
  record Outcome(int created, int updated, int unchanged, List<Draft> drafts, Matches matches) {}

  /**
   * Brings these rows of a file in.
   *
   * @param earlier which rows of the same file, not among these, are these tasks already
   */
  Outcome take(
      ProjectFound project,
      List<Row> rows,
      Reading reading,
      DueDates dates,
      Function<Collection<UUID>, Map<UUID, Integer>> earlier) {
    origins.lock(project.id());
    List<String> names = reading.column(rows.stream().map(Row::line).toList(), Field.ASSIGNEE);
    Assignees assignees = new Assignees(accounts, projects, project, caller.id(), names);
    Drafts reader = new Drafts(reading, dates, assignees, workflows.rules(project.id()));
    List<Draft> drafts = rows.stream().map(reader::read).toList();
    Matches matches = new Matches(project.id(), reading.source(), drafts, origins, loads, earlier);
    int created = create(project, reading, drafts, matches);
    int updated = 0;
    int unchanged = 0;
    Map<UUID, TaskChange> changes = new LinkedHashMap<>();
    Map<UUID, Draft> changed = new LinkedHashMap<>();
    Differences differences = new Differences(reading);
    for (Draft draft : drafts) {
      TaskView task = matches.task(draft);
      if (task == null || !draft.wrong.isEmpty() || lacksParent(draft, reading, matches)) {
        continue;
      }
      UUID parent = matches.parent(draft, reading.source());
      TaskChange change = differences.between(draft, parent, task).orElse(null);
      if (change == null) {
        unchanged++;
      } else {
        changes.put(task.id(), change);
        changed.put(task.id(), draft);
      }
    }
    List<Taken> taken = changes.isEmpty() ? List.of() : loads.change(changes);
    List<Draft> those = List.copyOf(changed.values());
    for (int i = 0; i < taken.size(); i++) {
      those.get(i).wrong.putAll(taken.get(i).wrong());
      updated += taken.get(i).id() == null ? 0 : 1;
    }
    origins.keep(project.id(), matches.names());
    return new Outcome(created, updated, unchanged, drafts, matches);
  }

  /** Those above before those below them; what lies below nothing that comes is refused. */
  private int create(ProjectFound project, Reading reading, List<Draft> drafts, Matches matches) {
    List<Draft> waiting =
        new ArrayList<>(
            drafts.stream()
                .filter(one -> one.wrong.isEmpty() && matches.task(one) == null)
                .toList());
    int created = 0;
    while (!waiting.isEmpty()) {
      List<Draft> ready =
          waiting.stream()
              .filter(one -> one.above == null || matches.parent(one, reading.source()) != null)
              .limit(PART)
              .toList();
      if (ready.isEmpty() && !stands(waiting, reading, matches)) {
        waiting.forEach(one -> one.refuse(Field.PARENT, "invalid.csv_parent", above(one)));
        break;
      }
      waiting.removeAll(new HashSet<>(ready));
      created += create(project, reading, ready, matches, loads::create);
    }
    return created;
  }

  private static int create(
      ProjectFound project,
      Reading reading,
      List<Draft> ready,
      Matches matches,
      Function<List<NewTask>, List<Taken>> creates) {
    List<Taken> taken =
        creates.apply(
            ready.stream()
                .map(one -> one.asNew(project.key(), matches.parent(one, reading.source())))
                .toList());
    int created = 0;
    for (int i = 0; i < taken.size(); i++) {
      UUID made = taken.get(i).id();
      if (made == null) {
        ready.get(i).wrong.putAll(taken.get(i).wrong());
      } else {
        matches.made(ready.get(i), made);
        created++;
      }
    }
    return created;
  }

  /** Whether some of these come without what they lay below elsewhere. */
  private static boolean stands(List<Draft> waiting, Reading reading, Matches matches) {
    Set<Draft> still = new HashSet<>(waiting);
    boolean some = false;
    for (Draft one : waiting) {
      Draft above = matches.above(one, reading.source());
      if (one.foreign && (above == null || !still.contains(above))) {
        one.miss(Field.PARENT, "invalid.csv_parent", above(one));
        one.above = null;
        some = true;
      }
    }
    return some;
  }

  private static String above(Draft draft) {
    return Objects.requireNonNullElse(draft.above, "");
  }

  private static boolean lacksParent(Draft draft, Reading reading, Matches matches) {
    if (draft.above == null || matches.parent(draft, reading.source()) != null) {
      return false;
    }
    draft.miss(Field.PARENT, "invalid.csv_parent", draft.above);
    return !draft.foreign;
  }
}
