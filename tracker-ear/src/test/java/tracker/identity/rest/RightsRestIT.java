package tracker.identity.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tracker.harness.Answer;
import tracker.harness.People;
import tracker.harness.People.Person;
import tracker.harness.Product;
import tracker.harness.Rest;

/**
 * Who may do what: each operation of the OpenAPI document, by everybody, on what is theirs, what is
 * another's, what is unknown and what is no name at all. What to expect stands in rights.txt.
 */
class RightsRestIT {
  private static final Path TABLE =
      Product.target().resolve("../src/test/resources/rights.txt").normalize();
  private static final String UNKNOWN = "019a9f2e-7c3d-7b7e-9d5a-1f6b2c3d4e5f";
  private static final String MALFORMED = "no%20such%20thing";
  private static final String UNTRIED = "-";

  private final Person stranger = People.named("Olga Strand");
  private final Person viewer = People.named("Vera Holm");
  private final Person member = People.named("Boris Lund");
  private final Targets targets = new Targets(viewer, member);

  /** One line of the table; the statuses in the order of {@link #callers}. */
  private record Row(String verb, String path, String target, List<String> statuses, String body) {
    static Row of(String line) {
      String[] parts = line.split("\\s+", 13);
      return new Row(
          parts[0],
          parts[1],
          parts[2],
          List.of(parts).subList(3, 12),
          parts.length > 12 ? parts[12] : "");
    }

    String operation() {
      return verb + " " + path.replaceFirst("\\?.*", "");
    }
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Row::of)
        .toList();
  }

  /** By the heads of the table's columns. */
  private Map<String, Person> callers() {
    Map<String, Person> all = new LinkedHashMap<>();
    all.put("stranger", stranger);
    all.put("viewer", viewer);
    all.put("member", member);
    all.put("manager", targets.manager());
    all.put("admin", People.admin());
    return all;
  }

  @Test
  void the_table_has_each_operation_of_the_document_and_no_other() throws IOException {
    JsonNode paths = Rest.stranger().get("/openapi").is(200).json().path("paths");
    Set<String> documented = new TreeSet<>();
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        verb ->
                            documented.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> known =
        rows().stream().map(Row::operation).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(documented, known, "Say in " + TABLE + " who may do it");
  }

  @TestFactory
  List<DynamicTest> everybody_may_do_what_the_table_says_and_nothing_else() throws IOException {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.verb() + " " + row.path() + " on " + row.target(), () -> tried(row)))
        .toList();
  }

  /** Compares whole lines, so that a failure shows all of what is otherwise. */
  private void tried(Row row) {
    List<String> real = new ArrayList<>();
    List<Person> people = List.copyOf(callers().values());
    List<String> wanted = row.statuses();
    real.add(status(wanted.get(0), row, Rest.stranger(), null));
    real.add(status(wanted.get(1), row, Rest.stranger().as("a.b.c"), null));
    for (int i = 0; i < people.size(); i++) {
      real.add(status(wanted.get(i + 2), row, people.get(i).rest(), people.get(i)));
    }
    real.add(named(wanted.get(7), row, UNKNOWN));
    real.add(named(wanted.get(8), row, MALFORMED));
    assertEquals(String.join(" ", wanted), String.join(" ", real), row.path());
  }

  private String status(String wanted, Row row, Rest rest, @Nullable Person who) {
    if (wanted.equals(UNTRIED)) {
      return UNTRIED;
    }
    String value = targets.make(row.target(), who == null ? targets.manager() : who);
    return sent(row, rest, value);
  }

  /** What everybody who is signed in is told of a name that names nothing; all the same. */
  private String named(String wanted, Row row, String name) {
    if (wanted.equals(UNTRIED)) {
      return UNTRIED;
    }
    return callers().values().stream()
        .map(who -> sent(row, who.rest(), name))
        .distinct()
        .collect(Collectors.joining("/"));
  }

  private String sent(Row row, Rest rest, String value) {
    String path = row.path();
    for (String one : value.split(" ")) {
      path = path.replaceFirst("\\{[^}]+}", one);
    }
    path = targets.filled(path.replace("{link}", UNKNOWN));
    Answer answer =
        row.body().equals("file")
            ? rest.upload("/api" + path, "a.txt", "words".getBytes(StandardCharsets.UTF_8))
            : rest.send(
                row.verb(),
                "/api" + path,
                row.body().isEmpty() ? null : targets.filled(row.body()));
    return String.valueOf(answer.status());
  }
}
