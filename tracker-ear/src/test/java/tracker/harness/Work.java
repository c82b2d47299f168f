package tracker.harness;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tracker.harness.People.Person;

/** Projects and tasks made by REST, as fixtures of other tests. */
public final class Work {
  private static final AtomicInteger NEXT = new AtomicInteger(36 * 36);

  /** A project by id and key. */
  public record Project(String id, String key) {}

  private Work() {}

  /** A project key that no other test uses. */
  public static String aKey() {
    String own = Product.RUN + Integer.toString(NEXT.getAndIncrement(), 36);
    return "P" + own.toUpperCase(Locale.ROOT);
  }

  /** A private project of this person. */
  public static Project project(Person owner) {
    return project(owner, "private");
  }

  public static Project project(Person owner, String visibility) {
    String key = aKey();
    Answer made =
        owner
            .rest()
            .post(
                "/api/projects",
                Map.of("key", key, "name", "Project " + key, "visibility", visibility))
            .is(201);
    return new Project(made.field("id"), key);
  }

  /** Makes somebody a member: viewer, member or manager. */
  public static void join(Person manager, Project project, Person other, String role) {
    manager
        .rest()
        .put("/api/projects/" + project.key() + "/members/" + other.id(), Map.of("role", role))
        .is(200);
  }

  /** A task with this title; the answer is that of its creation. */
  public static Answer task(Person author, Project project, String title) {
    return task(author, project, title, Map.of());
  }

  public static Answer task(
      Person author, Project project, String title, Map<String, Object> fields) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put("title", title);
    body.put("project", project.key());
    return author.rest().post("/api/tasks", body).is(201);
  }
}
