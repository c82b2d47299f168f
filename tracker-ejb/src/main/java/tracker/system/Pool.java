package tracker.system;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connections to the database that this node keeps. The server has them in a class that it
 * shows to nobody, so they are read by name; another server has no such class.
 *
 * @param used those in use
 * @param free those that wait for use
 * @param waiting calls that wait for one
 */
public record Pool(long used, long free, long waiting) {
  private static final Logger LOG = Logger.getLogger(Pool.class.getName());
  private static final String OURS = "gerask";

  /** As it is now; empty where the server does not tell. */
  public static Optional<Pool> now() {
    try {
      for (Map.Entry<?, ?> entry : pools().entrySet()) {
        if (entry.getKey().toString().contains(OURS)) {
          Object status = call(entry.getValue(), "getPoolStatus");
          Object queue = call(entry.getValue(), "getPoolWaitQueue");
          return Optional.of(
              new Pool(
                  number(status, "getNumConnUsed"),
                  number(status, "getNumConnFree"),
                  number(queue, "getQueueLength")));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(Level.FINE, "No figures of the connection pool", e);
    }
    return Optional.empty();
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

  private static long number(Object target, String name) throws ReflectiveOperationException {
    return ((Number) call(target, name)).longValue();
  }

  private static Object call(Object target, String name) throws ReflectiveOperationException {
    var method = target.getClass().getMethod(name);
    method.setAccessible(true);
    return method.invoke(target);
  }
}
