package tracker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each file that another program reads is one that it takes. */
class KitsTest {
  @ParameterizedTest
  @CsvSource({
    ".github/workflows/ci.yml, github-workflow",
    ".github/dependabot.yml, dependabot",
    ".gitlab-ci.yml, gitlab-ci",
    ".pre-commit-config.yaml, pre-commit",
    "docker-compose.yml, compose",
    "docker/compose.local.yml, compose",
    "docker/compose.prod.yml, compose",
    "docker/compose.observability.yml, compose",
    "docker/compose.pooler.yml, compose"
  })
  void a_file_is_what_its_schema_says(String file, String schema) {
    JsonNode document = Kit.documents(file).get(0);
    assertEquals(List.of(), Kit.faults(schema, document));
  }

  @ParameterizedTest
  @CsvSource({
    "github-workflow, on: push",
    "github-workflow, '{on: push, jobs: {a: {runs-on: ubuntu-latest, step: []}}}'",
    "dependabot, '{version: 2, updates: [{directory: /, schedule: {interval: weekly}}]}'",
    "dependabot, 'updates: [{package-ecosystem: maven, directory: /}]'",
    "gitlab-ci, '{image: {script: [make]}}'",
    "gitlab-ci, '{test: {script: [make], when: sometimes}}'",
    "pre-commit, 'repos: [{repo: local, hooks: [{id: a, name: a, entry: a, language: cobol}]}]'",
    "compose, '{services: {app: {image: a, restarts: always}}}'",
    "compose, services: []"
  })
  void a_file_that_is_not_is_refused(String schema, String text) {
    assertFalse(Kit.faults(schema, Kit.parsed(text).get(0)).isEmpty(), text);
  }

  @Test
  void who_has_pre_commit_gets_the_check_that_the_hook_of_make_does() {
    JsonNode hook = Kit.documents(".pre-commit-config.yaml").get(0).at("/repos/0/hooks/0");
    assertEquals("make check", hook.get("entry").asText());
    assertTrue(House.read(House.root().resolve(".githooks/pre-commit")).contains("make check"));
  }

  @Test
  void no_container_of_daily_work_is_given_more_than_it_needs() {
    JsonNode services = Kit.documents("docker/compose.prod.yml").get(0).get("services");
    for (String name : List.of("db", "migrate", "app1", "app2", "worker", "backup", "gateway")) {
      JsonNode service = services.get(name);
      assertTrue(service.path("read_only").asBoolean(), name);
      assertEquals("[\"ALL\"]", service.path("cap_drop").toString(), name);
      assertEquals("[\"no-new-privileges:true\"]", service.path("security_opt").toString(), name);
      assertEquals(name.equals("gateway"), service.has("ports"), name);
    }
  }
}
