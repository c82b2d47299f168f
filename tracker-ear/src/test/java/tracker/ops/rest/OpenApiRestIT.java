package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tracker.harness.Answer;
import tracker.harness.Product;
import tracker.harness.Rest;

/** The OpenAPI document says what is really there. */
class OpenApiRestIT {
  /** What answers with a file; all others answer with JSON. */
  private static final Set<String> FILES =
      Set.of(
          "GET /admin/audit/export",
          "GET /attachments/{id}",
          "GET /calendars/{secret}",
          "GET /export/project/{key}.json",
          "GET /export/tasks.csv",
          "GET /images/{id}",
          "GET /uploads/{id}",
          "GET /uploads/{id}/preview");

  /** Who has the secret in the address needs no account; others learn that it is unknown. */
  private static final Set<String> SECRETS =
      Set.of("GET /calendars/{secret}", "POST /inbox/mute/{token}");

  private static final String ID = "019a9f2e-7c3d-7b7e-9d5a-1f6b2c3d4e5f";

  private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final JsonNode document = Rest.stranger().get("/openapi").is(200).json();

  @Test
  void it_names_each_method_of_each_resource_and_no_other() {
    Set<String> real = new TreeSet<>();
    java.nio.file.Path resources = Product.target().resolve("../../tracker-web/target/classes");
    for (JavaClass type : new ClassFileImporter().importPath(resources)) {
      if (type.isAnnotatedWith(Path.class)) {
        type.getMethods().forEach(method -> collect(real, type, method));
      }
    }
    assertEquals(real, documented());
  }

  @Test
  void each_documented_route_answers() {
    for (String route : documented()) {
      String[] parts = route.split(" ");
      String path = "/api" + parts[1].replaceAll("\\{[^}]+}", ID);
      Answer answer = Rest.stranger().send(parts[0], path, null);
      boolean open = operation(parts[0], parts[1]).has("security");
      if (open) {
        assertTrue(
            Set.of(200, 400, 415, 422).contains(answer.status())
                || SECRETS.contains(route)
                    && !answer.at("/error/code").asText().equals("NOT_FOUND"),
            answer::toString);
      } else {
        answer.refuses(401, "UNAUTHENTICATED");
      }
    }
  }

  @Test
  void each_answer_that_has_a_body_has_its_schema() {
    for (String route : documented()) {
      String[] parts = route.split(" ");
      JsonNode responses = operation(parts[0], parts[1]).path("responses");
      for (String status : new String[] {"200", "201"}) {
        if (responses.has(status)) {
          String type = FILES.contains(route) ? "*/*" : "application/json";
          if (route.equals("GET /events")) {
            type = "text/event-stream";
          }
          assertTrue(responses.path(status).path("content").path(type).has("schema"), route);
        }
      }
    }
  }

  @Test
  void no_reference_leads_nowhere() {
    document
        .findValuesAsText("$ref")
        .forEach(ref -> assertFalse(document.at(ref.substring(1)).isMissingNode(), ref));
  }

  @Test
  void it_comes_as_yaml_too_and_has_a_reader_without_a_script() {
    Answer yaml = Rest.stranger().get("/openapi?format=yaml").is(200);
    assertTrue(yaml.text().startsWith("\"openapi\": \"3.0.3\""), yaml::toString);
    for (String path : new String[] {"/docs", "/auth/docs", "/tasks/docs", "/notify/docs"}) {
      Answer page = Rest.stranger().get(path).is(200);
      assertTrue(page.header("Content-Type").startsWith("text/html"), page::toString);
      assertFalse(page.text().contains("<script") || page.text().contains("//cdn"), path);
    }
    assertTrue(Rest.stranger().get("/auth/docs").text().contains("/auth/login"));
    assertFalse(Rest.stranger().get("/auth/docs").text().contains("<code>/tasks"));
  }

  private JsonNode operation(String verb, String path) {
    return document.path("paths").path(path).path(verb.toLowerCase(Locale.ROOT));
  }

  private Set<String> documented() {
    Set<String> found = new TreeSet<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        verb -> found.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return found;
  }

  private static void collect(Set<String> real, JavaClass type, JavaMethod method) {
    method.getAnnotations().stream()
        .map(one -> one.getRawType().getSimpleName())
        .filter(VERBS::contains)
        .forEach(
            verb -> {
              String own =
                  method.isAnnotatedWith(Path.class)
                      ? method.getAnnotationOfType(Path.class).value()
                      : "";
              String base = type.getAnnotationOfType(Path.class).value();
              String path = ("/" + base + "/" + own).replaceAll("/+", "/").replaceAll("/$", "");
              real.add(verb + " " + path);
            });
  }
}
