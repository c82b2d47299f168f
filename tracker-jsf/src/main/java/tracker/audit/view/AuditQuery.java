package tracker.audit.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.audit.AuditAsk;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.view.DayConverter;

/** What the address of the page asks the record for. */
record AuditQuery(Map<String, String> values) {
  private static final List<String> NAMES =
      List.of("actor", "entity", "action", "project", "from", "to");

  /** Reads the parameters of an address; others are left out. */
  static AuditQuery read(UnaryOperator<@Nullable String> parameter) {
    return new AuditQuery(
        NAMES.stream()
            .filter(name -> given(parameter.apply(name)) != null)
            .collect(
                Collectors.toMap(
                    name -> name, name -> String.valueOf(given(parameter.apply(name))))));
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  @Nullable String one(String name) {
    return values.get(name);
  }

  /** What the door takes; 422 for words that mean nothing. */
  AuditAsk ask() {
    String actor = one("actor");
    if (actor != null && Ids.parse(actor) == null) {
      throw Problem.invalid("actor", "invalid.id");
    }
    return AuditAsk.of(
        Ids.parse(actor),
        one("entity"),
        one("action"),
        one("project"),
        DayConverter.day(one("from")),
        DayConverter.day(one("to")));
  }

  /** As a part of an address: empty, or {@code actor=…&to=…}. */
  String written() {
    return NAMES.stream()
        .filter(values::containsKey)
        .map(
            name ->
                name + "=" + URLEncoder.encode(String.valueOf(one(name)), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
