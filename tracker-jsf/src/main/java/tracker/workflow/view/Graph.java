package tracker.workflow.view;

import java.util.ArrayList;
import java.util.List;
import tracker.workflow.Status;
import tracker.workflow.Transition;
import tracker.workflow.Workflow;

/**
 * The picture of rules: statuses below one another, ways forward on their right and ways back on
 * their left. Sizes in pixels.
 *
 * @param margin what ways need on either side
 */
public record Graph(List<Node> nodes, List<Edge> edges, int margin, int height) {
  /** A status. */
  public record Node(Status status, int top, boolean fromAll) {}

  /**
   * A way.
   *
   * @param path as SVG draws it
   */
  public record Edge(String path, boolean back, boolean kept) {}

  static final int WIDTH = 184;
  static final int HEIGHT = 32;
  private static final int STEP = 52;
  private static final int EDGE = 4;
  private static final int NEAREST = 18;
  private static final int FARTHER = 12;

  /** How wide a node is. */
  public int getNodeWidth() {
    return WIDTH;
  }

  /** How high a node is. */
  public int getNodeHeight() {
    return HEIGHT;
  }

  /** The whole width. */
  public int getWidth() {
    return WIDTH + 2 * margin;
  }

  static Graph of(Workflow rules) {
    List<Status> statuses = rules.statuses();
    List<Edge> edges = new ArrayList<>();
    int widest = 1;
    for (Transition way : rules.transitions()) {
      if (!way.from().equals(Transition.ANY)) {
        widest = Math.max(widest, Math.abs(place(rules, way.to()) - place(rules, way.from())));
      }
    }
    int margin = NEAREST + FARTHER * widest + EDGE;
    for (Transition way : rules.transitions()) {
      if (!way.from().equals(Transition.ANY)) {
        edges.add(edge(place(rules, way.from()), place(rules, way.to()), margin, way));
      }
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < statuses.size(); i++) {
      Status status = statuses.get(i);
      boolean fromAll =
          rules.transitions().stream()
              .anyMatch(way -> way.from().equals(Transition.ANY) && way.to().equals(status.name()));
      nodes.add(new Node(status, EDGE + i * STEP, fromAll));
    }
    return new Graph(nodes, edges, margin, 2 * EDGE + (statuses.size() - 1) * STEP + HEIGHT);
  }

  private static int place(Workflow rules, String name) {
    return rules.statuses().stream().map(Status::name).toList().indexOf(name);
  }

  private static Edge edge(int from, int to, int margin, Transition way) {
    boolean back = to < from;
    int span = Math.abs(to - from);
    int start = EDGE + from * STEP;
    int end = EDGE + to * STEP;
    boolean kept = way.needed() == tracker.project.Reach.MANAGE;
    if (span == 1 && !back) {
      int x = margin + WIDTH / 2;
      return new Edge("M" + x + " " + (start + HEIGHT) + "V" + (end - 2), false, kept);
    }
    int side = back ? margin : margin + WIDTH;
    int out = side + (back ? -1 : 1) * (NEAREST + FARTHER * span);
    int y1 = start + HEIGHT / 2 + (back ? -6 : 6);
    int y2 = end + HEIGHT / 2 + (back ? 6 : -6);
    int tip = side + (back ? -2 : 2);
    return new Edge(
        "M" + side + " " + y1 + "C" + out + " " + y1 + " " + out + " " + y2 + " " + tip + " " + y2,
        back,
        kept);
  }
}
