package tracker.parcel.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.harness.Answer;
import tracker.harness.People.Person;
import tracker.harness.Work;
import tracker.harness.Work.Project;

/** A project with one of everything, and documents of it that are told apart from it. */
final class Whole {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Random RANDOM = new Random();

  private Whole() {}

  /** Two people, own statuses, a part, a trashed task, tags, a link, comments, files. */
  static Project of(Person anna, Person boris) {
    Project project = Work.project(anna);
    Work.join(anna, project, boris, "member");
    String at = "/api/projects/" + project.key() + "/workflow";
    anna.rest()
        .put(
            at,
            Map.of(
                "statuses",
                List.of(
                    Map.of("name", "Backlog", "category", "todo"),
                    Map.of("name", "Doing", "category", "in_progress"),
                    Map.of("name", "Review", "category", "in_progress", "wip_limit", 5),
                    Map.of("name", "Done", "category", "done")),
                "transitions",
                List.of(
                    Map.of("from", "*", "to", "Done", "required", List.of("description")),
                    Map.of("from", "*", "to", "Review", "roles", List.of("member")),
                    Map.of("from", "*", "to", "Doing"))))
        .is(200);
    String boiler =
        Work.task(
                anna,
                project,
                "Проверить котёл",
                Map.of(
                    "description",
                    "Подвал, *вторая* дверь",
                    "assignee_id",
                    boris.id(),
                    "priority",
                    "high",
                    "due_at",
                    "2030-01-02T03:04:05Z",
                    "tags",
                    List.of("вода", "пар, лёд"),
                    "refs",
                    List.of(Map.of("type", "room", "id", UUID.randomUUID().toString()))))
            .field("key");
    String pump = Work.task(anna, project, "Pump", Map.of("parent_id", boiler)).field("key");
    String gone = Work.task(boris, project, "Gone").field("key");
    anna.rest().delete("/api/tasks/" + gone).is(204);
    boris.rest().patch("/api/tasks/" + boiler, Map.of("status", "Review")).is(200);
    boris.rest().patch("/api/tasks/" + boiler, Map.of("assignee_id", anna.id())).is(200);
    String said = "/api/tasks/" + boiler + "/comments";
    String first =
        anna.rest()
            .post(said, Map.of("body", "Трубы @" + boris.name() + " текут"))
            .is(201)
            .field("id");
    anna.rest().patch("/api/comments/" + first, Map.of("body", "Трубы текут")).is(200);
    String second = boris.rest().post(said, Map.of("body", "Never mind")).is(201).field("id");
    boris.rest().delete("/api/comments/" + second).is(204);
    anna.rest()
        .post("/api/tasks/" + pump + "/links", Map.of("type", "blocks", "task_id", boiler))
        .is(201);
    anna.rest()
        .upload(
            "/api/tasks/" + boiler + "/attachments",
            "схема.txt",
            "Всё подключено".getBytes(StandardCharsets.UTF_8))
        .is(201);
    return project;
  }

  static Answer document(Person who, Project project) {
    return who.rest().get("/api/export/project/" + project.key() + ".json").is(200);
  }

  /** The same document as if it came from elsewhere: of another key, with other ids throughout. */
  static String elsewhere(String document, Project project, String key) {
    // all ids begin with their time: a common other beginning leaves them in their order
    Matcher id = ID.matcher(document);
    String time = id.find() ? id.group().substring(0, 4) : "";
    String other = String.format("%04x", RANDOM.nextInt(0x1000, 0x10000));
    String plain = document.replaceAll("\"" + time + "(?=[0-9a-f]{4}-)", "\"" + other);
    return plain
        .replace("\"" + project.key() + "\"", "\"" + key + "\"")
        .replace("\"" + project.key() + "-", "\"" + key + "-");
  }

  /** A document with something changed in it. */
  static String changed(String document, Consumer<ObjectNode> change) {
    ObjectNode tree = (ObjectNode) tree(document);
    change.accept(tree);
    return tree.toString();
  }

  static JsonNode tree(String document) {
    try {
      return MAPPER.readTree(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError(document, e);
    }
  }
}
