package tracker.launch;

import java.util.ArrayList;
import java.util.List;

/** The flags of the server process; why each is there: docs/decisions/0012-start-up.md. */
final class JvmFlags {
  /** As in the manifest of Payara Micro, which a class path start does not read. */
  private static final List<String> EXPORTS =
      List.of(
          "java.base/jdk.internal.ref",
          "jdk.naming.dns/com.sun.jndi.dns",
          "java.naming/com.sun.jndi.ldap");

  private static final List<String> OPENS =
      List.of(
          "java.base/jdk.internal.loader",
          "java.base/java.lang",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.io",
          "java.base/sun.nio.ch",
          "java.base/sun.net.www.protocol.jrt",
          "java.base/sun.net.www.protocol.jar",
          "java.management/sun.management",
          "java.management/javax.management",
          "java.management/javax.management.openmbean",
          "jdk.management/com.sun.management.internal",
          "java.naming/javax.naming.spi",
          "java.rmi/sun.rmi.transport",
          "java.logging/java.util.logging");

  private static final List<String> TUNING =
      List.of(
          "-Xms96m",
          "-Xmx384m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-Dfile.encoding=UTF-8",
          "-Djava.awt.headless=true",
          "-Djava.net.preferIPv4Stack=false",
          "-Duser.timezone=UTC");

  private JvmFlags() {}

  static List<String> all() {
    List<String> flags = new ArrayList<>(TUNING);
    EXPORTS.forEach(one -> flags.add("--add-exports=" + one + "=ALL-UNNAMED"));
    OPENS.forEach(one -> flags.add("--add-opens=" + one + "=ALL-UNNAMED"));
    return flags;
  }
}
