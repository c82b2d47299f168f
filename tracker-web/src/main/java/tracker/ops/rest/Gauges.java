package tracker.ops.rest;

import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.shared.Figures;
import tracker.shared.SqlFailure;

/** The figures of all capabilities; those of the database are left out while it is away. */
final class Gauges {
  private static final Logger LOG = Logger.getLogger(Gauges.class.getName());

  private Gauges() {}

  static void write(Exposition out, Iterable<Figures> all) {
    for (Figures one : all) {
      try {
        one.figures().forEach(it -> out.single(it.name(), "gauge", it.help(), it.value()));
      } catch (SqlFailure e) {
        LOG.log(Level.FINE, "No figures of a capability", e);
      }
    }
  }
}
