package tracker.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.HistoryEntry;
import tracker.journal.JournalProblem;
import tracker.journal.Past;
import tracker.journal.ReversibleOneByOne;
import tracker.journal.Skipped;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;

/** Takes changes of projects and their members back. */
@Dependent
class ProjectReversal implements ReversibleOneByOne {
  private static final String MEMBER = "members.";

  @Inject private ProjectAccess access;
  @Inject private ProjectEdit edit;
  @Inject private Members members;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return Project.ENTITY;
  }

  @Override
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Optional<ProjectFound> found = access.any(id);
    if (found.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, ProjectProblem.PROJECT_NOT_FOUND));
    }
    if (!found.get().reach().covers(Reach.MANAGE)) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    Project project = edit.locked(id, null);
    try {
      return takeBack(project, new Past(changes))
          ? Optional.empty()
          : Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, project.key()));
    } catch (Problem refused) {
      return Optional.of(Past.skipped(caller, id, refused));
    }
  }

  private boolean takeBack(Project project, Past past) {
    if (past.did("created") || past.did(Projects.IMPORTED)) {
      // others' work may be in it by now
      return !project.isDeleted() && project.version() == begun(past) && delete(project, true);
    }
    if (past.did("deleted") != past.did("restored")) {
      boolean wasDeleted = past.did("deleted");
      return project.isDeleted() == wasDeleted && delete(project, !wasDeleted);
    }
    return !project.isDeleted() && isStill(project, past) && putBack(project, past);
  }

  /** The version that it had when it was made here, or came here. */
  private static long begun(Past past) {
    Past.Ends came = past.fields().get(Projects.IMPORTED);
    return came == null ? 1 : came.now().path("version").asLong();
  }

  private boolean delete(Project project, boolean gone) {
    edit.delete(project, gone);
    return true;
  }

  private boolean isStill(Project project, Past past) {
    Map<String, @Nullable Object> present = new HashMap<>(project.fields());
    for (String field : past.fields().keySet()) {
      if (field.startsWith(MEMBER)) {
        present.put(
            field, members.role(project.id(), account(field)).map(MemberRole::word).orElse(null));
      }
    }
    return past.fields().entrySet().stream()
        .allMatch(one -> Past.isStill(one.getValue().now(), present.get(one.getKey())));
  }

  private boolean putBack(Project project, Past past) {
    ObjectNode patch = Json.shared().createObjectNode();
    past.fields()
        .forEach(
            (field, ends) -> {
              if (field.startsWith(MEMBER)) {
                members.put(project, account(field), role(ends.old()));
              } else {
                patch.set(field, ends.old());
              }
            });
    try {
      edit.apply(project, Json.shared().treeToValue(patch, ProjectChange.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recorded change that is no patch", e);
    }
    return true;
  }

  private static UUID account(String field) {
    return UUID.fromString(field.substring(MEMBER.length()));
  }

  private static @Nullable MemberRole role(JsonNode word) {
    return word.isNull() ? null : MemberRole.of(word.asText());
  }
}
