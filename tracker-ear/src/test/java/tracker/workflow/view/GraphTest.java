package tracker.workflow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tracker.project.MemberRole;
import tracker.workflow.Category;
import tracker.workflow.Status;
import tracker.workflow.Transition;
import tracker.workflow.Workflow;

class GraphTest {
  private static Status status(String name) {
    return new Status(name, Category.TODO, null);
  }

  @Test
  void statuses_stand_below_one_another_and_ways_back_on_the_other_side() {
    Graph graph =
        Graph.of(
            new Workflow(
                List.of(status("a"), status("b"), status("c")),
                List.of(
                    new Transition("a", "b", null, null),
                    new Transition("c", "a", List.of(MemberRole.MANAGER), null),
                    new Transition("*", "c", null, null))));
    assertEquals(2, graph.edges().size(), "What leads from everywhere is a sign, not a line");
    assertTrue(graph.nodes().get(0).top() < graph.nodes().get(1).top());
    assertTrue(graph.nodes().get(2).fromAll());
    assertFalse(graph.edges().get(0).back());
    assertTrue(graph.edges().get(1).back());
    assertTrue(graph.edges().get(1).kept());
    assertTrue(graph.height() > graph.nodes().get(2).top());
  }

  @Test
  void the_longest_way_fits_beside_the_statuses() {
    List<Status> many =
        java.util.stream.IntStream.range(0, 50).mapToObj(i -> status("s" + i)).toList();
    Graph graph = Graph.of(new Workflow(many, List.of(new Transition("s49", "s0", null, null))));
    String out = graph.edges().get(0).path().split("C")[1].split(" ")[0];
    assertTrue(Integer.parseInt(out) >= 0, graph.edges().get(0).path());
  }
}
