package tracker.work;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tracker.filter.Sense;
import tracker.identity.Caller;
import tracker.query.Field;
import tracker.query.Flag;
import tracker.query.Moments;
import tracker.query.Op;
import tracker.query.Query;
import tracker.query.Term;
import tracker.query.Value;
import tracker.query.Wrong;
import tracker.shared.Clock;
import tracker.workflow.Category;

/**
 * Makes the condition of a statement of a query, over rows of {@code task.task t}. All that
 * somebody wrote is bound, none of it becomes SQL. A clause about something that a task does not
 * have does not hold, and its opposite does.
 */
@Dependent
class QuerySql implements Sense {
  /** The text that words are looked for in; an index holds it. */
  private static final String TEXT =
      "lower((t.key || E'\\n' || t.title || E'\\n' || coalesce(t.description, ''))"
          + " collate \"default\")";

  private static final String TITLE = "lower(t.title collate \"default\")";

  private final QueryNames names;
  private final Caller caller;
  private final Clock clock;

  @Inject
  QuerySql(QueryNames names, Caller caller, Clock clock) {
    this.names = names;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The condition; adds what its places take. 422 for the field {@code q} where it means nothing.
   */
  String of(Query query, List<Object> args) {
    Term where = query.where();
    if (where == null) {
      return "true";
    }
    Moments moments = new Moments(clock.now(), caller.zone(), caller.locale());
    return new Made(names.in(query.clauses().toList()), moments, args).term(where);
  }

  @Override
  public void check(Query query) {
    of(query, new ArrayList<>());
  }

  /** One condition in the making. */
  private final class Made {
    private final QueryNames.Meant meant;
    private final Moments moments;
    private final List<Object> args;

    Made(QueryNames.Meant meant, Moments moments, List<Object> args) {
      this.meant = meant;
      this.moments = moments;
      this.args = args;
    }

    String term(Term term) {
      if (term instanceof Term.And and) {
        return joined(and.all(), " and ");
      } else if (term instanceof Term.Or or) {
        return joined(or.any(), " or ");
      } else if (term instanceof Term.Not not) {
        return "(" + term(not.term()) + ") is not true";
      } else if (term instanceof Term.Empty empty) {
        return empty.empty() ? without(empty.field()) : "not (" + without(empty.field()) + ")";
      } else if (term instanceof Term.Is is) {
        return flag(is.flag());
      } else if (term instanceof Term.Words words) {
        return has(TEXT, words.text());
      }
      return compared((Term.Compare) term);
    }

    private String joined(List<Term> terms, String word) {
      return terms.stream().map(this::term).collect(Collectors.joining(word, "(", ")"));
    }

    private String compared(Term.Compare one) {
      boolean ordered = one.field().isTime();
      String holds = ordered ? time(one) : equal(one.field(), one.op(), one.values());
      return one.op().isNegative() ? "(" + holds + ") is not true" : holds;
    }

    /** That it is one of the values, or has the words, whatever the operator makes of it. */
    private String equal(Field field, Op op, List<Value> values) {
      return switch (field) {
        case TEXT -> anywhere(values.get(0).text());
        case DESCRIPTION -> has("lower(t.description collate \"default\")", values.get(0).text());
        case TITLE -> title(op, values.get(0).text());
        case STATUS -> status(small(values));
        case PRIORITY -> priority(op, values);
        case TYPE -> any("t.type", "text", small(values));
        case KEY -> "t.id in (" + keyed(values) + ")";
        case TAG ->
            orNone(
                field,
                values,
                "t.id in (select tt.task_id from task.task_tag tt where "
                    + any("tt.tag_id", "uuid", ids(field, values))
                    + ")");
        case PARENT ->
            orNone(field, values, "t.parent_id in (" + keyed(named(field, values)) + ")");
        case PROJECT -> orNone(field, values, any("t.project_id", "uuid", ids(field, values)));
        case ASSIGNEE -> orNone(field, values, any("t.assignee_id", "uuid", ids(field, values)));
        default -> any("t.created_by", "uuid", ids(field, values));
      };
    }

    /**
     * In key, title or description as they stand, or in a comment or a file's name as words. The
     * branches are united and not joined by {@code or}, which no index would answer.
     */
    private String anywhere(String words) {
      if (words.chars().noneMatch(Character::isLetterOrDigit)) {
        return has(TEXT, words);
      }
      String written = has(TEXT, words).replace("t.", "n.");
      args.add(words);
      return "t.id in (select n.id from task.task n where "
          + written
          + " union select s.id from search.said(?) s (id))";
    }

    private String has(String text, String words) {
      args.add("%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
      return text + " like lower(?)";
    }

    private String title(Op op, String words) {
      if (op == Op.HAS) {
        return has(TITLE, words);
      }
      args.add(words);
      return TITLE + " = lower(?)";
    }

    private String any(String column, String type, List<String> values) {
      args.add(values);
      return column + " = any(?::" + type + "[])";
    }

    private List<String> small(List<Value> values) {
      return values.stream().map(value -> value.text().toLowerCase(Locale.ROOT)).toList();
    }

    /** Words of categories mean all of their statuses, others are names. */
    private String status(List<String> words) {
      List<String> names = words.stream().filter(one -> Category.of(one).isEmpty()).toList();
      String categories = any("t.status", "text", words);
      return names.isEmpty()
          ? categories
          : "(%s or coalesce(%s, false))"
              .formatted(categories, any("lower(t.status_name)", "text", names));
    }

    private String priority(Op op, List<Value> values) {
      List<String> words = words(values, Priority.values(), Priority::word);
      List<String> numbers =
          words.stream()
              .map(
                  word -> String.valueOf(Priority.valueOf(word.toUpperCase(Locale.ROOT)).ordinal()))
              .toList();
      if (Op.IS == op || op.isNegative() || op == Op.IN) {
        return any("t.priority", "smallint", numbers);
      }
      args.add(numbers.get(0));
      return "t.priority " + op.sign() + " ?::smallint";
    }

    private <E> List<String> words(List<Value> values, E[] all, Function<E, String> word) {
      List<String> known = Arrays.stream(all).map(word).toList();
      for (Value value : values) {
        if (!known.contains(value.text().toLowerCase(Locale.ROOT))) {
          throw Wrong.word(value, known);
        }
      }
      return small(values);
    }

    /** The tasks with these keys, present or former ones. */
    private String keyed(List<Value> values) {
      for (Value value : values) {
        if (!Access.isTaskKey(value.text().toUpperCase(Locale.ROOT))) {
          throw Wrong.at(value.at(), "invalid.query_key", value.text());
        }
      }
      List<String> keys =
          values.stream().map(value -> value.text().toUpperCase(Locale.ROOT)).toList();
      return "select n.id from task.task n where "
          + any("n.key", "text", keys)
          + " union all select a.task_id from task.key_alias a where "
          + any("a.key", "text", keys);
    }

    private List<Value> named(Field field, List<Value> values) {
      return values.stream().filter(value -> !QueryNames.isSpecial(field, value)).toList();
    }

    private List<String> ids(Field field, List<Value> values) {
      List<String> ids = new ArrayList<>();
      for (Value value : values) {
        if (!QueryNames.isSpecial(field, value)) {
          meant.of(field, value).forEach(id -> ids.add(id.toString()));
        } else if (value.is("me")) {
          ids.add(caller.id().toString());
        }
      }
      return ids;
    }

    private String orNone(Field field, List<Value> values, String condition) {
      return values.stream().anyMatch(value -> value.is("none"))
          ? "(" + condition + " or " + without(field) + ")"
          : condition;
    }

    private String time(Term.Compare one) {
      String column =
          switch (one.field()) {
            case DUE -> "t.due_at";
            case CREATED -> "t.created_at";
            default -> "t.updated_at";
          };
      Value value = one.values().get(0);
      Moments.Span span = moments.of(value);
      return switch (one.op()) {
        case LESS -> bound(column + " < ?", span.start());
        case AT_LEAST -> bound(column + " >= ?", span.start());
        // a moment has no end of its own
        case AT_MOST -> bound(column + (span.isMoment() ? " <= ?" : " < ?"), span.end());
        case MORE -> bound(column + (span.isMoment() ? " > ?" : " >= ?"), span.end());
        default -> {
          Moments.Span day = moments.dayOf(value);
          yield "("
              + bound(column + " >= ?", day.start())
              + " and "
              + bound(column + " < ?", day.end())
              + ")";
        }
      };
    }

    private String bound(String condition, Object value) {
      args.add(value);
      return condition;
    }

    private String without(Field field) {
      return switch (field) {
        case PROJECT -> "t.project_id is null";
        case DESCRIPTION -> "t.description is null";
        case TAG -> "not exists (select 1 from task.task_tag tt where tt.task_id = t.id)";
        case ASSIGNEE -> "t.assignee_id is null";
        case DUE -> "t.due_at is null";
        default -> "t.parent_id is null";
      };
    }

    private String flag(Flag flag) {
      String open = "t.status in ('todo', 'in_progress')";
      return switch (flag) {
        case OPEN -> open;
        case CLOSED -> "t.status in ('done', 'canceled')";
        case OVERDUE -> "(" + open + " and " + bound("t.due_at < ?", clock.now()) + ")";
        case MINE -> bound("t.assignee_id = ?", caller.id());
        case UNASSIGNED -> "t.assignee_id is null";
        case SUBTASK -> "t.parent_id is not null";
      };
    }
  }
}
