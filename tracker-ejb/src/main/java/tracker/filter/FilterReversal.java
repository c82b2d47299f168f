package tracker.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Takes changes of filters back; pins stay as each has them. */
@Dependent
class FilterReversal implements ReversibleOneByOne {
  @Inject private FilterEdit edit;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return Filter.ENTITY;
  }

  @Override
  public Optional<Skipped> revert(UUID id, List<HistoryEntry> changes) {
    Optional<Filter> found = edit.locked(id).filter(one -> one.isSeenBy(caller.id()));
    if (found.isEmpty()) {
      return Optional.of(Past.skipped(caller, id, FilterProblem.FILTER_NOT_FOUND));
    }
    Filter filter = found.get();
    if (!filter.isChangedBy(caller)) {
      return Optional.of(Past.skipped(caller, id, CommonProblem.FORBIDDEN));
    }
    String name = filter.name();
    try {
      return takeBack(filter, new Past(changes))
          ? Optional.empty()
          : Optional.of(Past.skipped(caller, id, JournalProblem.CHANGED_SINCE, name));
    } catch (Problem refused) {
      return Optional.of(Past.skipped(caller, id, refused));
    }
  }

  private boolean takeBack(Filter filter, Past past) {
    if (past.did("created")) {
      return !filter.isDeleted() && filter.version() == 1 && delete(filter, true);
    }
    if (past.did("deleted") != past.did("restored")) {
      boolean wasDeleted = past.did("deleted");
      return filter.isDeleted() == wasDeleted && delete(filter, !wasDeleted);
    }
    return !filter.isDeleted() && isStill(filter, past) && putBack(filter, past);
  }

  private boolean delete(Filter filter, boolean gone) {
    edit.delete(filter, gone);
    return true;
  }

  private static boolean isStill(Filter filter, Past past) {
    Map<String, Object> present = filter.fields();
    return past.fields().entrySet().stream()
        .allMatch(one -> Past.isStill(one.getValue().now(), present.get(one.getKey())));
  }

  private boolean putBack(Filter filter, Past past) {
    ObjectNode patch = Json.shared().createObjectNode();
    past.fields().forEach((field, ends) -> patch.set(field, ends.old()));
    try {
      edit.apply(filter, Json.shared().treeToValue(patch, FilterChange.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recorded change that is no patch", e);
    }
    return true;
  }
}
