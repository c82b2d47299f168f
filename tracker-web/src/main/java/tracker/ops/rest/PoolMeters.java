package tracker.ops.rest;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Figures of the connection pool. The server keeps them in a class that it shows to nobody, so they
 * are read by name; where another server has no such class the figures are left out.
 */
final class PoolMeters {
  private static final Logger LOG = Logger.getLogger(PoolMeters.class.getName());
  private static final String OURS = "gerask";

  private PoolMeters() {}

  static void write(Exposition out) {
    try {
      for (Map.Entry<?, ?> entry : pools().entrySet()) {
        if (entry.getKey().toString().contains(OURS)) {
          Object status = call(entry.getValue(), "getPoolStatus");
          Object queue = call(entry.getValue(), "getPoolWaitQueue");
          gauge(out, "used", "Connections in use", call(status, "getNumConnUsed"));
          gauge(out, "free", "Connections that wait for use", call(status, "getNumConnFree"));
          gauge(
              out, "waiting", "Requests that wait for a connection", call(queue, "getQueueLength"));
          return;
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.FINE, "No figures of the connection pool", e);
    }
  }

  private static void gauge(Exposition out, String name, String help, Object value) {
    out.single("tracker_db_connections_" + name, "gauge", help, ((Number) value).doubleValue());
  }

  private static Map<?, ?> pools() throws ReflectiveOperationException {
    ClassLoader server = Thread.currentThread().getContextClassLoader();
    Class<?> type = Class.forName("com.sun.enterprise.resource.pool.PoolManager", false, server);
    Class<?> globals = Class.forName("org.glassfish.internal.api.Globals", false, server);
    Object manager = globals.getMethod("get", Class.class).invoke(null, type);
    Field table = manager.getClass().getDeclaredField("poolTable");
    table.setAccessible(true);
    return (Map<?, ?>) table.get(manager);
  }

  private static Object call(Object target, String name) throws ReflectiveOperationException {
    var method = target.getClass().getMethod(name);
    method.setAccessible(true);
    return method.invoke(target);
  }
}
