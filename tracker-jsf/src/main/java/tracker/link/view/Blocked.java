package tracker.link.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.link.Links;
import tracker.work.TaskName;
import tracker.work.TaskView;
import tracker.work.view.BoardPage;
import tracker.work.view.ListPage;

/** Which tasks of a page wait for others: asked once for all of them. */
@Named("blocked")
@RequestScoped
public class Blocked {
  @Inject private Links links;
  @Inject private BoardPage boardPage;
  @Inject private ListPage listPage;

  private @Nullable Map<UUID, List<TaskName>> blockers;

  /** The keys of what a card of the board waits for; empty where it is closed or free. */
  public String onBoard(TaskView task) {
    if (blockers == null) {
      blockers =
          of(
              boardPage.getBoard().columns().stream()
                  .flatMap(column -> column.tasks().stream())
                  .toList());
    }
    return keys(blockers, task);
  }

  /** The same for a row of the list. */
  public String inList(TaskView task) {
    if (blockers == null) {
      blockers = of(listPage.getPage().items());
    }
    return keys(blockers, task);
  }

  private Map<UUID, List<TaskName>> of(List<TaskView> shown) {
    return links.blockers(
        shown.stream().filter(one -> !one.category().isClosed()).map(TaskView::id).toList());
  }

  private static String keys(Map<UUID, List<TaskName>> blockers, TaskView task) {
    return blockers.getOrDefault(task.id(), List.of()).stream()
        .map(TaskName::key)
        .collect(Collectors.joining(", "));
  }
}
