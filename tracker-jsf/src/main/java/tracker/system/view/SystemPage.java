package tracker.system.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.shared.view.Times;
import tracker.shared.view.Words;
import tracker.system.Check;
import tracker.system.Concern;
import tracker.system.Installation;
import tracker.system.InstallationView;

/** How the installation stands, in words, for administrators. */
@Named("systemPage")
@RequestScoped
public class SystemPage {
  private static final String SECONDS = "_seconds";

  @Inject private Installation installation;
  @Inject private Words words;
  @Inject private Times times;

  private @Nullable InstallationView now;

  public InstallationView getNow() {
    if (now == null) {
      now = installation.now();
    }
    return now;
  }

  /** What calls for somebody, in a sentence. */
  public String words(Concern concern) {
    return words.get("system.concern." + concern.word());
  }

  /** Whether nodes of several versions run side by side. */
  public boolean isMixed() {
    return getNow().nodes().stream().map(one -> one.node().version()).distinct().count() > 1;
  }

  /** The Java that this node runs on. */
  public String getJava() {
    Runtime.Version version = Runtime.version();
    return System.getProperty("java.vm.vendor") + " " + version;
  }

  /** What a check is called; its own word where this version has no name for it. */
  public String name(Check check) {
    return known("system.check." + check.name(), check.name());
  }

  /** What a check told besides. */
  public String told(Check check) {
    return check.data().entrySet().stream()
        .map(one -> told(check.name(), one))
        .collect(Collectors.joining(" · "));
  }

  private String told(String check, Map.Entry<String, Object> one) {
    String key = "system.data." + check + "." + one.getKey();
    String value = value(one.getKey(), one.getValue());
    return words.containsKey(key) ? words.say(key, value) : one.getKey() + ": " + value;
  }

  private String value(String name, Object value) {
    if (value instanceof Boolean yes) {
      return words.get(yes ? "system.yes" : "system.no");
    }
    if (value instanceof Number many && name.endsWith(SECONDS)) {
      return times.span(many.longValue());
    }
    if (value.equals("never") || value.equals("not yet")) {
      return words.get("system.never");
    }
    try {
      return value instanceof String text ? times.stamp(Instant.parse(text)) : value.toString();
    } catch (DateTimeException e) {
      return value.toString();
    }
  }

  private String known(String key, String otherwise) {
    return words.containsKey(key) ? words.get(key) : otherwise;
  }
}
