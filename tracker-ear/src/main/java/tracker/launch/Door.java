package tracker.launch;

import java.lang.reflect.Field;
import java.util.Collection;

/**
 * The server's HTTP port. It opens when the application answers, and shuts before that ends: who
 * comes too early or too late is refused by the machine, which a gateway takes for "ask another".
 * All by name: the classes are in jars of the unpacked server, which the build does not see.
 */
final class Door {
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener"
          + ".http-listener.enabled=true";

  private Door() {}

  /** Opens it, by the server's own command; config/domain.xml starts it shut. */
  static void open() throws ReflectiveOperationException {
    Class<?> commands = Class.forName("org.glassfish.embeddable.CommandRunner");
    Object result =
        commands
            .getMethod("run", String.class, String[].class)
            .invoke(service(commands), "set", new String[] {LISTENER});
    Object status =
        Class.forName("org.glassfish.embeddable.CommandResult")
            .getMethod("getExitStatus")
            .invoke(result);
    if (!"SUCCESS".equals(status.toString())) {
      throw new IllegalStateException("The port cannot be opened: " + status);
    }
  }

  /** Takes nobody in any more; who is in goes on. */
  static void shut() throws ReflectiveOperationException {
    tell("unbindAll");
  }

  /** Ends all connections, also those that are kept for later. */
  static void hangUp() throws ReflectiveOperationException {
    tell("shutdownNow");
  }

  private static void tell(String word) throws ReflectiveOperationException {
    Object doors = service(Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService"));
    for (Object proxy : (Collection<?>) value(doors, "proxies")) {
      if (proxy.getClass().getSimpleName().equals("GrizzlyProxy")) {
        Object transport = value(value(proxy, "grizzlyListener"), "transport");
        transport.getClass().getMethod(word).invoke(transport);
      }
    }
  }

  private static Object service(Class<?> type) throws ReflectiveOperationException {
    return Class.forName("org.glassfish.internal.api.Globals")
        .getMethod("get", Class.class)
        .invoke(null, type);
  }

  private static Object value(Object of, String name) throws ReflectiveOperationException {
    for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(of);
        }
      }
    }
    throw new NoSuchFieldException(of.getClass() + "." + name);
  }
}
