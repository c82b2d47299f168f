package tracker.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.query.Token.Kind;
import tracker.shared.Problem;

/** Reads a query by descending from {@code or} to a single clause. */
final class Parser {
  /** How deep brackets and {@code not} may stand in each other. */
  static final int DEEPEST = 20;

  /** How many values a list has at most. */
  static final int MOST_VALUES = 50;

  /** How many clauses a query has at most. */
  static final int MOST_CLAUSES = 60;

  private static final int MOST_ORDERS = 3;

  private final List<Token> tokens;
  private int place;
  private int depth;
  private int clauses;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Query read(String text) {
    List<Token> tokens = Tokens.of(text);
    if (!Plain.isQuery(tokens)) {
      return new Query(new Term.Words(Plain.words(text, tokens)), List.of());
    }
    return new Parser(tokens).query();
  }

  private Query query() {
    Term where = ordersFollow() || now().is(Kind.END) ? null : or();
    List<Order> order = ordersFollow() ? orders() : List.of();
    if (!now().is(Kind.END)) {
      throw wrong(
          now().is(Kind.CLOSE) ? "invalid.query_closed" : "invalid.query_join", now().text());
    }
    return new Query(where, order);
  }

  private Term or() {
    List<Term> any = new ArrayList<>(List.of(and()));
    while (now().is("or")) {
      place++;
      any.add(and());
    }
    return any.size() == 1 ? any.get(0) : new Term.Or(List.copyOf(any));
  }

  private Term and() {
    List<Term> all = new ArrayList<>(List.of(not()));
    while (now().is("and")) {
      place++;
      all.add(not());
    }
    return all.size() == 1 ? all.get(0) : new Term.And(List.copyOf(all));
  }

  private Term not() {
    if (now().is("not")) {
      place++;
      return deeper(() -> new Term.Not(not()));
    }
    if (now().is(Kind.OPEN)) {
      Token open = take();
      Term inside = deeper(this::or);
      if (!now().is(Kind.CLOSE)) {
        throw now().is(Kind.END)
            ? Wrong.at(open.at(), "invalid.query_open")
            : wrong("invalid.query_join", now().text());
      }
      place++;
      return inside;
    }
    return clause();
  }

  private <T> T deeper(Supplier<T> inside) {
    if (++depth > DEEPEST) {
      throw wrong("invalid.query_deep", DEEPEST);
    }
    T found = inside.get();
    depth--;
    return found;
  }

  private Term clause() {
    if (++clauses > MOST_CLAUSES) {
      throw wrong("invalid.query_many", MOST_CLAUSES);
    }
    Token token = now();
    if (token.is(Kind.UNCLOSED)) {
      throw wrong("invalid.query_quote");
    } else if (token.is(Kind.QUOTED)) {
      place++;
      return words(token.text());
    } else if (!token.is(Kind.WORD) || joins(token) || token.is("in") || ordersFollow()) {
      throw wrong("invalid.query_clause");
    } else if (token.is("is") && !Plain.isTest(tokens, place)) {
      place++;
      return flag();
    } else if (Plain.isTest(tokens, place)) {
      place++;
      return compared(Field.of(token.text()).orElseThrow(() -> Wrong.field(token)), token);
    }
    return bare();
  }

  private static boolean joins(Token token) {
    return token.is("and") || token.is("or");
  }

  private Term words(String text) {
    if (text.isBlank()) {
      throw Wrong.at(tokens.get(place - 1).at(), "invalid.query_clause");
    }
    return new Term.Words(text.strip());
  }

  /** Words without an operator, up to the next thing that is more. */
  private Term bare() {
    List<String> words = new ArrayList<>();
    while (now().is(Kind.WORD)
        && !joins(now())
        && !ordersFollow()
        && !Plain.isTest(tokens, place)) {
      words.add(take().text());
    }
    return words(String.join(" ", words));
  }

  private Term flag() {
    Token token = now();
    Optional<Flag> flag = token.is(Kind.WORD) ? Flag.of(token.text()) : Optional.empty();
    if (flag.isEmpty()) {
      throw wrong(
          "invalid.query_flag",
          Arrays.stream(Flag.values()).map(Flag::word).collect(Collectors.joining(", ")));
    }
    place++;
    return new Term.Is(flag.get());
  }

  private Term compared(Field field, Token name) {
    if (now().is("is")) {
      return empty(field);
    }
    Token sign = take();
    boolean not = sign.is("not");
    Op op =
        Op.of(not ? "not in" : sign.text().toLowerCase(Locale.ROOT))
            .orElseThrow(() -> Wrong.at(sign.at(), "invalid.query_operator", field.said()));
    if (!field.ops().contains(op)) {
      throw Wrong.at(sign.at(), "invalid.query_not_for", op.sign(), name.text(), field.said());
    }
    if (not) {
      place++;
    }
    return new Term.Compare(field, op, op.takesMany() ? values() : List.of(value()));
  }

  private Term empty(Field field) {
    Token is = take();
    boolean not = now().is("not");
    if (not) {
      place++;
    }
    if (!now().is("empty")) {
      throw wrong("invalid.query_empty");
    }
    if (!field.mayBeEmpty()) {
      throw Wrong.at(is.at(), "invalid.query_not_for", "is", field.word(), field.said());
    }
    place++;
    return new Term.Empty(field, !not);
  }

  private List<Value> values() {
    if (!now().is(Kind.OPEN)) {
      throw wrong("invalid.query_list");
    }
    List<Value> values = new ArrayList<>();
    do {
      place++;
      values.add(value());
      if (values.size() > MOST_VALUES) {
        throw wrong("invalid.query_values", MOST_VALUES);
      }
    } while (now().is(Kind.COMMA));
    if (!now().is(Kind.CLOSE)) {
      throw wrong("invalid.query_list_end");
    }
    place++;
    return List.copyOf(values);
  }

  private Value value() {
    Token token = now();
    if (token.is(Kind.UNCLOSED)) {
      throw wrong("invalid.query_quote");
    }
    boolean word = token.is(Kind.WORD);
    if (!word && !token.is(Kind.QUOTED) || token.text().isBlank()) {
      throw wrong("invalid.query_value");
    }
    place++;
    // a bracket right behind a word makes it a function; the end of a list never opens one
    if (word && now().is(Kind.OPEN) && now().at() == token.end()) {
      place++;
      if (!now().is(Kind.CLOSE)) {
        throw wrong("invalid.query_call", token.text());
      }
      place++;
      return new Value(Value.Kind.CALL, token.text(), token.at());
    }
    return new Value(word ? Value.Kind.WORD : Value.Kind.QUOTED, token.text(), token.at());
  }

  private boolean ordersFollow() {
    return now().is("order") && place + 1 < tokens.size() && tokens.get(place + 1).is("by");
  }

  private List<Order> orders() {
    place++;
    List<Order> orders = new ArrayList<>();
    do {
      place++;
      Token token = now();
      Optional<Order.By> by = token.is(Kind.WORD) ? Order.By.of(token.text()) : Optional.empty();
      if (by.isEmpty()) {
        throw wrong(
            "invalid.query_order",
            Arrays.stream(Order.By.values()).map(Order.By::word).collect(Collectors.joining(", ")));
      }
      place++;
      boolean down = now().is("desc");
      if (down || now().is("asc")) {
        place++;
      }
      orders.add(new Order(by.get(), down));
      if (orders.size() > MOST_ORDERS) {
        throw Wrong.at(token.at(), "invalid.query_orders", MOST_ORDERS);
      }
    } while (now().is(Kind.COMMA));
    return List.copyOf(orders);
  }

  private Token now() {
    return tokens.get(place);
  }

  private Token take() {
    return tokens.get(place++);
  }

  private Problem wrong(String key, @Nullable Object... more) {
    return Wrong.at(now().at(), key, more);
  }
}
