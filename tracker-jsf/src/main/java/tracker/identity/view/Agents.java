package tracker.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tracker.shared.view.Words;

/** Browsers and systems by the names that people use. */
@Named("agents")
@RequestScoped
public class Agents {
  // looked up in this order: Edge and Opera also call themselves Chrome, and everybody Safari
  private static final Map<String, String> BROWSERS =
      new TreeMap<>(
          Map.of(
              "1Edg",
              "Edge",
              "2OPR",
              "Opera",
              "3YaBrowser",
              "Yandex Browser",
              "4Firefox",
              "Firefox",
              "5Chrome",
              "Chrome",
              "6Safari",
              "Safari",
              "7curl",
              "curl"));
  private static final Map<String, String> SYSTEMS =
      new TreeMap<>(
          Map.of(
              "1Android",
              "Android",
              "2iPhone",
              "iPhone",
              "3iPad",
              "iPad",
              "4Windows",
              "Windows",
              "5Mac OS",
              "macOS",
              "6Linux",
              "Linux"));

  @Inject private Words words;

  /** {@code Firefox on Windows} for a header User-Agent. */
  public String name(@Nullable String header) {
    String browser = first(BROWSERS, header);
    String system = first(SYSTEMS, header);
    if (browser == null) {
      return system == null ? words.get("agent.unknown") : system;
    }
    return system == null ? browser : words.say("agent.on", browser, system);
  }

  private static @Nullable String first(Map<String, String> names, @Nullable String header) {
    return names.entrySet().stream()
        .filter(name -> header != null && header.contains(name.getKey().substring(1)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
