package tracker.work.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.query.Field;
import tracker.query.Flag;
import tracker.query.Op;
import tracker.query.Order;
import tracker.query.Query;
import tracker.query.Term;
import tracker.query.Value;
import tracker.shared.Ids;

/** The list as one text of the query language: what its address says otherwise joins the text. */
final class Worded {
  private final ListQuery list;
  private final Function<UUID, String> people;
  private final List<Term> terms = new ArrayList<>();

  private Worded(ListQuery list, Function<UUID, String> people) {
    this.list = list;
    this.people = people;
  }

  /**
   * The text; empty where nothing narrows or orders the list. What was typed stays as it is where
   * it is all there is.
   *
   * @param people names somebody so that the language knows them: by a name that only they have, or
   *     by their id
   */
  static String of(ListQuery list, Function<UUID, String> people) {
    Query typed = Query.of(list.text());
    String sort = list.one("sort");
    Worded worded = new Worded(list, people);
    worded.chips();
    if (worded.terms.isEmpty() && sort == null) {
      String text = list.text();
      return text == null ? "" : text;
    }
    return new Query(worded.joined(typed.where()), sort == null ? typed.order() : order(sort))
        .print();
  }

  private @Nullable Term joined(@Nullable Term typed) {
    List<Term> all = new ArrayList<>();
    if (typed instanceof Term.And and) {
      all.addAll(and.all());
    } else if (typed != null) {
      all.add(typed);
    }
    all.addAll(terms);
    if (all.isEmpty()) {
      return null;
    }
    return all.size() == 1 ? all.get(0) : new Term.And(all);
  }

  private static List<Order> order(String sort) {
    boolean down = sort.startsWith("-");
    String column = (down ? sort.substring(1) : sort).replaceFirst("_at$", "");
    Order.By by = Order.By.valueOf(column.toUpperCase(Locale.ROOT));
    return List.of(new Order(by, down));
  }

  private void chips() {
    any("project", Field.PROJECT);
    any("status", Field.STATUS);
    any("priority", Field.PRIORITY);
    any("type", Field.TYPE);
    String assignee = list.one("assignee");
    if (assignee != null) {
      UUID id = Ids.parse(assignee);
      terms.add(is(Field.ASSIGNEE, id == null ? word(assignee) : name(people.apply(id))));
    }
    String due = list.one("due");
    if (due != null) {
      due(due);
    }
    any("tag", Field.TAG);
  }

  private void any(String name, Field field) {
    List<Value> values =
        list.values().getOrDefault(name, List.of()).stream().map(Worded::name).toList();
    if (values.size() == 1) {
      terms.add(is(field, values.get(0)));
    } else if (!values.isEmpty()) {
      terms.add(new Term.Compare(field, Op.IN, values));
    }
  }

  private void due(String when) {
    boolean open = !list.values().containsKey("status");
    switch (when) {
      case "overdue" ->
          terms.add(open ? new Term.Is(Flag.OVERDUE) : compared(Op.LESS, Value.Kind.CALL, "now"));
      case "today" -> terms.add(compared(Op.IS, Value.Kind.CALL, "today"));
      default -> {
        terms.add(compared(Op.AT_LEAST, Value.Kind.CALL, "today"));
        terms.add(compared(Op.LESS, Value.Kind.WORD, "+7d"));
      }
    }
    if (open && !when.equals("overdue")) {
      terms.add(new Term.Is(Flag.OPEN));
    }
  }

  private static Term compared(Op op, Value.Kind kind, String value) {
    return new Term.Compare(Field.DUE, op, List.of(new Value(kind, value, 1)));
  }

  private static Term is(Field field, Value value) {
    return new Term.Compare(field, Op.IS, List.of(value));
  }

  private static Value word(String text) {
    return new Value(Value.Kind.WORD, text, 1);
  }

  /** A name, which is no special word even where it looks like one. */
  private static Value name(String text) {
    boolean special =
        List.of(ListQuery.ME, ListQuery.NOBODY).contains(text.toLowerCase(Locale.ROOT));
    return new Value(special ? Value.Kind.QUOTED : Value.Kind.WORD, text, 1);
  }
}
