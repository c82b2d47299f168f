package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.PersonView;
import tracker.project.ProjectsSeen;
import tracker.query.Field;
import tracker.query.Term;
import tracker.query.Value;
import tracker.query.Wrong;
import tracker.shared.Ids;
import tracker.shared.PageAsk;
import tracker.shared.Sql;
import tracker.workflow.Category;
import tracker.workflow.Workflows;

/**
 * Finds what the names of a query mean among what the caller sees, with a statement a kind. Hidden
 * ones are as unknown as those that nothing has.
 */
@Dependent
class QueryNames {
  private static final int HINTS = 3;
  private static final int BEGINNING = 3;

  private final Sql sql;
  private final Caller caller;
  private final TagRows tags;
  private final Accounts accounts;
  private final Workflows workflows;

  @Inject
  QueryNames(Sql sql, Caller caller, TagRows tags, Accounts accounts, Workflows workflows) {
    this.sql = sql;
    this.caller = caller;
    this.tags = tags;
    this.accounts = accounts;
    this.workflows = workflows;
  }

  /** The ids by field and small name. */
  record Meant(Map<Field, Map<String, List<UUID>>> byField) {
    List<UUID> of(Field field, Value value) {
      return byField
          .getOrDefault(field, Map.of())
          .getOrDefault(value.text().toLowerCase(Locale.ROOT), List.of());
    }
  }

  /** What the names mean; 422 at the first that means nothing. */
  Meant in(List<Term.Compare> clauses) {
    Map<Field, Map<String, List<UUID>>> found = new HashMap<>();
    for (Field field : List.of(Field.PROJECT, Field.TAG, Field.ASSIGNEE, Field.CREATOR)) {
      List<Value> values = named(clauses, field).toList();
      if (!values.isEmpty()) {
        Map<String, List<UUID>> ids = ids(field, values);
        for (Value value : values) {
          if (!ids.containsKey(small(value))) {
            throw Wrong.unknown(value, near(field, value.text()));
          }
        }
        found.put(field, ids);
      }
    }
    checkStatuses(
        clauses.stream()
            .filter(one -> one.field() == Field.STATUS)
            .flatMap(one -> one.values().stream())
            .filter(value -> Category.of(value.text()).isEmpty())
            .toList());
    return new Meant(found);
  }

  private void checkStatuses(List<Value> named) {
    List<String> known = workflows.known(named.stream().map(QueryNames::small).toList());
    for (Value value : named) {
      if (!known.contains(small(value))) {
        throw Wrong.word(value, Arrays.stream(Category.values()).map(Category::word).toList());
      }
    }
  }

  private static Stream<Value> named(List<Term.Compare> clauses, Field field) {
    return clauses.stream()
        .filter(one -> one.field() == field)
        .flatMap(one -> one.values().stream())
        .filter(value -> !isSpecial(field, value));
  }

  /** Whether a value is no name but a special word. */
  static boolean isSpecial(Field field, Value value) {
    boolean person = field == Field.ASSIGNEE || field == Field.CREATOR;
    return value.is("none") && field != Field.CREATOR || person && value.is("me");
  }

  private static String small(Value value) {
    return value.text().toLowerCase(Locale.ROOT);
  }

  private Map<String, List<UUID>> ids(Field field, List<Value> values) {
    List<String> names = values.stream().map(QueryNames::small).distinct().toList();
    return switch (field) {
      case PROJECT -> projects(names);
      case TAG -> tags.called(names);
      default -> people(names);
    };
  }

  private Map<String, List<UUID>> people(List<String> names) {
    Map<String, List<UUID>> found = new HashMap<>(accounts.called(names));
    for (String name : names) {
      UUID id = Ids.parse(name);
      if (id != null) {
        found.put(name, List.of(id));
      }
    }
    return found;
  }

  private Map<String, List<UUID>> projects(List<String> names) {
    List<Object> args = new ArrayList<>(List.of(names));
    String seen = seen(args);
    Map<String, List<UUID>> found = new HashMap<>();
    sql.list(
            "select n.name, x.id from unnest(?::text[]) n (name) join task.project x"
                + " on n.name in (lower(x.key), lower(x.name), x.id::text) where "
                + seen
                // a key is meant before a name
                + " order by n.name, lower(x.key) = n.name desc",
            row -> Map.entry(row.getString(1), row.getObject(2, UUID.class)),
            args.toArray())
        .forEach(one -> found.putIfAbsent(one.getKey(), List.of(one.getValue())));
    return found;
  }

  private String seen(List<Object> args) {
    return "x.deleted_at is null and " + ProjectsSeen.rows(caller, args);
  }

  /** Names that somebody may have meant instead. */
  private List<String> near(Field field, String text) {
    return switch (field) {
      case PROJECT -> nearProjects(text);
      case TAG -> tags.near(text, HINTS);
      default -> {
        String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
        yield accounts.people(beginning, PageAsk.first(HINTS)).items().stream()
            .map(PersonView::name)
            .toList();
      }
    };
  }

  private List<String> nearProjects(String text) {
    List<Object> args = new ArrayList<>();
    String seen = seen(args);
    args.addAll(List.of(text, text, text, text, HINTS));
    return sql.list(
        "select x.key from task.project x where "
            + seen
            + " and greatest(similarity(x.key, ?), word_similarity(?, x.name)) > 0.2"
            + " order by greatest(similarity(x.key, ?), word_similarity(?, x.name)) desc, x.key"
            + " limit ?",
        row -> row.getString(1),
        args.toArray());
  }
}
