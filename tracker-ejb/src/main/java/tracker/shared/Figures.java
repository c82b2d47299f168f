package tracker.shared;

import java.util.List;

/** What a capability has to tell operators. A bean of this type shows up at /metrics by itself. */
public interface Figures {
  /** One gauge by its public name. */
  record Figure(String name, String help, double value) {}

  /** How things are now; empty where there is nothing to tell yet. */
  List<Figure> figures();
}
