package tracker.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tracker.identity.Caller;
import tracker.journal.HistoryEntry;
import tracker.journal.JournalProblem;
import tracker.journal.Past;
import tracker.journal.ReversibleOneByOne;
import tracker.journal.Skipped;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;

/**
 * Takes changes of tags back. A new tag goes only while no task carries it; a deleted one does not
 * come back, because nobody keeps which tasks it was on.
 */
@Dependent
class TagReversal implements ReversibleOneByOne {
  @Inject private TagEdit edit;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return Tag.ENTITY;
  }

  @Override
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Past past = new Past(changes);
    if (past.did("deleted")) {
      return Optional.of(Past.skipped(caller, id, JournalProblem.NOT_REVERSIBLE, Tag.ENTITY));
    }
    Optional<Tag> found = edit.maybeLocked(id);
    if (found.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, WorkProblem.TAG_NOT_FOUND));
    }
    Tag tag = found.get();
    if (!caller.isAdmin() && !tag.createdBy().equals(caller.id())) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    try {
      return takeBack(tag, past);
    } catch (Problem refused) {
      return Optional.of(Past.skipped(caller, id, refused));
    }
  }

  @Override
  public boolean cameAlong(List<HistoryEntry> changes, Set<String> words) {
    return words.size() > 1 && new Past(changes).did("created");
  }

  private Optional<Skipped> takeBack(Tag tag, Past past) {
    TagView present = tag.view();
    if (past.did("created")) {
      if (edit.isUsed(present.id())) {
        return Optional.of(
            Past.skipped(caller, present.id(), WorkProblem.TAG_IN_USE, present.name()));
      }
      edit.delete(tag);
      return Optional.empty();
    }
    Map<String, Object> fields = Map.of("name", present.name(), "colour", present.colour());
    ObjectNode patch = Json.shared().createObjectNode();
    for (Map.Entry<String, Past.Ends> one : past.fields().entrySet()) {
      if (!Past.isStill(one.getValue().now(), fields.get(one.getKey()))) {
        return Optional.of(
            Past.skipped(caller, present.id(), JournalProblem.CHANGED_SINCE, present.name()));
      }
      patch.set(one.getKey(), one.getValue().old());
    }
    try {
      edit.apply(tag, Json.shared().treeToValue(patch, TagChange.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recorded change that is no patch", e);
    }
    return Optional.empty();
  }
}
