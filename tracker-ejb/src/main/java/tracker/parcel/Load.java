package tracker.parcel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.workflow.Workflow;

/** What is known of a project while it is unpacked. */
final class Load {
  private final Map<String, Integer> created = new LinkedHashMap<>();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final Set<String> tags = new TreeSet<>();
  private Packed.@Nullable Project project;
  private Workflow rules = Workflow.USUAL;

  /** Nothing yet, of each. */
  Load() {
    for (String each :
        List.of("people", "tags", "tasks", "comments", "links", "attachments", "history")) {
      created.put(each, 0);
    }
    for (String each : List.of("links", "parents", "attachments")) {
      leftOut.put(each, 0);
    }
  }

  /** The project, under the key that it has here. */
  Packed.Project project() {
    if (project == null) {
      throw Problem.invalid("project", "invalid.required");
    }
    return project;
  }

  UUID id() {
    return project().id();
  }

  void project(Packed.Project here) {
    project = here;
  }

  Workflow rules() {
    return rules;
  }

  void rules(Workflow its) {
    rules = its;
  }

  void tag(String name) {
    tags.add(name.toLowerCase(Locale.ROOT));
  }

  boolean hasTag(String name) {
    return tags.contains(name.toLowerCase(Locale.ROOT));
  }

  void came(String what, int many) {
    created.merge(what, many, Integer::sum);
  }

  void stayed(String what, int many) {
    leftOut.merge(what, many, Integer::sum);
  }

  Map<String, Integer> created() {
    return created;
  }

  Map<String, Integer> leftOut() {
    return leftOut;
  }
}
