package tracker.ops.rest;

import tracker.system.Pool;

/** Figures of the connection pool; left out where the server does not tell them. */
final class PoolMeters {
  private PoolMeters() {}

  static void write(Exposition out) {
    Pool.now()
        .ifPresent(
            pool -> {
              gauge(out, "used", "Connections in use", pool.used());
              gauge(out, "free", "Connections that wait for use", pool.free());
              gauge(out, "waiting", "Requests that wait for a connection", pool.waiting());
            });
  }

  private static void gauge(Exposition out, String name, String help, long value) {
    out.single("tracker_db_connections_" + name, "gauge", help, value);
  }
}
