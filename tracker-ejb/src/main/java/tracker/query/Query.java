package tracker.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question for tasks.
 *
 * @param where what must hold; null lets all through
 * @param order first by the first; empty leaves the usual order
 */
public record Query(@Nullable Term where, List<Order> order) {
  /** The longest text of a query, in characters. */
  public static final int LONGEST = 2000;

  private static final Query ALL = new Query(null, List.of());

  /**
   * Reads a text; without an operator it is words to look for as they stand. What is wrong is 422
   * with the field {@code q}, the column and what was expected there.
   */
  public static Query of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return ALL;
    }
    if (text.length() > LONGEST) {
      throw Wrong.size();
    }
    return Parser.read(text);
  }

  /** Its clauses that compare, wherever they stand. */
  public Stream<Term.Compare> clauses() {
    return where == null ? Stream.empty() : clauses(where);
  }

  /** Whether anything of it is about this field. */
  public boolean asks(Field field) {
    return clauses().anyMatch(one -> one.field() == field);
  }

  private static Stream<Term.Compare> clauses(Term term) {
    if (term instanceof Term.And and) {
      return and.all().stream().flatMap(Query::clauses);
    } else if (term instanceof Term.Or or) {
      return or.any().stream().flatMap(Query::clauses);
    } else if (term instanceof Term.Not not) {
      return clauses(not.term());
    }
    return term instanceof Term.Compare one ? Stream.of(one) : Stream.empty();
  }

  /** The text that reads as this query. */
  public String print() {
    String said = where == null ? "" : where.print();
    if (order.isEmpty()) {
      return said;
    }
    String by = order.stream().map(Order::print).collect(Collectors.joining(", "));
    return said + (said.isEmpty() ? "" : " ") + "order by " + by;
  }
}
