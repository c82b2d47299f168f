package tracker.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Storable;
import tracker.work.Ref;
import tracker.workflow.Status;
import tracker.workflow.Workflow;

/** Turns the rows of a sheet into drafts. What cannot be understood is told, never guessed. */
final class Drafts {
  private final Reading reading;
  private final DueDates dates;
  private final Assignees people;
  private final Workflow rules;

  Drafts(Reading reading, DueDates dates, Assignees people, Workflow rules) {
    this.reading = reading;
    this.dates = dates;
    this.people = people;
    this.rules = rules;
  }

  Draft read(Row row) {
    Map<Field, List<String>> cells = reading.cells(row.line());
    Draft draft = new Draft(row.line().number(), reading.isForeign());
    draft.title = row.names().title();
    if (draft.title.isEmpty()) {
      draft.refuse(Field.TITLE, "invalid.required");
    }
    draft.description = Storable.orNull(first(cells, Field.DESCRIPTION));
    draft.above = row.names().above();
    draft.tags = tags(cells.getOrDefault(Field.TAGS, List.of()));
    words(cells, draft);
    due(cells, draft);
    assignee(cells, draft);
    refs(cells, draft);
    names(row, draft);
    return draft;
  }

  private static String first(Map<Field, List<String>> cells, Field field) {
    return cells.getOrDefault(field, List.of("")).get(0);
  }

  private static List<String> tags(List<String> cells) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String cell : cells) {
      Cells.split(cell).forEach(tag -> tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag));
    }
    return List.copyOf(tags.values());
  }

  private void words(Map<Field, List<String>> cells, Draft draft) {
    String status = first(cells, Field.STATUS);
    if (!status.isEmpty()) {
      // the project's own names go first
      Optional<Status> found =
          rules
              .find(status.strip())
              .or(() -> Vocabulary.status(status).map(rules::main))
              .or(() -> Vocabulary.status(first(cells, Field.STATUS_CATEGORY)).map(rules::main));
      draft.status = found.map(one -> rules.standing(one).word()).orElse(null);
      if (found.isEmpty()) {
        draft.refuse(Field.STATUS, "invalid.csv_status", status.strip());
      }
    }
    String priority = first(cells, Field.PRIORITY);
    if (!priority.isEmpty()) {
      draft.priority = Vocabulary.priority(priority).orElse(null);
      if (draft.priority == null) {
        draft.refuse(Field.PRIORITY, "invalid.csv_priority", priority.strip());
      }
    }
    String type = first(cells, Field.TYPE);
    if (!type.isEmpty()) {
      draft.type = Vocabulary.type(type).orElse(null);
      if (draft.type == null) {
        draft.miss(Field.TYPE, "invalid.csv_type", type.strip());
      }
    }
  }

  private void due(Map<Field, List<String>> cells, Draft draft) {
    String due = first(cells, Field.DUE_AT);
    if (!due.isEmpty()) {
      draft.dueAt = dates.read(due).orElse(null);
      if (draft.dueAt == null) {
        draft.refuse(Field.DUE_AT, "invalid.csv_date", due.strip());
      }
    }
  }

  private void assignee(Map<Field, List<String>> cells, Draft draft) {
    UUID id = Ids.parse(first(cells, Field.ASSIGNEE_ID).strip());
    String name = first(cells, Field.ASSIGNEE).strip();
    if (id != null && people.may(id)) {
      draft.assignee = id;
    } else if (!name.isEmpty()) {
      List<UUID> found = people.called(name);
      draft.assignee = found.size() == 1 ? found.get(0) : null;
      if (found.size() != 1) {
        String why = found.isEmpty() ? "invalid.csv_nobody" : "invalid.csv_several";
        draft.miss(Field.ASSIGNEE, why, name);
      }
    } else if (!first(cells, Field.ASSIGNEE_ID).isEmpty()) {
      draft.refuse(Field.ASSIGNEE_ID, "invalid.account");
    }
  }

  private static void refs(Map<Field, List<String>> cells, Draft draft) {
    String json = first(cells, Field.REFS);
    if (json.isEmpty()) {
      return;
    }
    try {
      draft.refs = Json.shared().readValue(json, new TypeReference<List<Ref>>() {});
    } catch (JsonProcessingException e) {
      draft.refuse(Field.REFS, "invalid.type");
    }
  }

  /** A row without a name of its own is known by its title, and by being the n-th called so. */
  private void names(Row row, Draft draft) {
    draft.id = row.names().id();
    String first = row.names().first();
    if (first == null) {
      draft.names.add(new Draft.Name("title", row.nth() + " " + draft.title));
      return;
    }
    row.names().own().forEach(name -> draft.names.add(new Draft.Name(reading.source(), name)));
    if (row.twice() != null) {
      draft.refuse(Field.KEY, "invalid.csv_twice", first, row.twice());
    } else if (first.length() > Draft.LONGEST_NAME || !Storable.is(first)) {
      draft.refuse(Field.KEY, "invalid.size", 1, Draft.LONGEST_NAME);
    }
  }
}
