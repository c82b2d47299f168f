package tracker.query;

import java.util.List;
import java.util.regex.Pattern;
import tracker.query.Token.Kind;

/** Tells a query from words that somebody only looks for. */
final class Plain {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]{2,}");

  private Plain() {}

  /** Whether anything in it can only be meant as a query. */
  static boolean isQuery(List<Token> tokens) {
    for (int place = 0; place < tokens.size() - 1; place++) {
      if (isField(tokens, place)
          || isFlag(tokens, place)
          || isOrder(tokens, place)
          || isPhrase(tokens, place)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isField(List<Token> tokens, int place) {
    Token token = tokens.get(place);
    boolean known = token.is(Kind.WORD) && Field.of(token.text()).isPresent();
    boolean name =
        token.is(Kind.WORD) && NAME.matcher(token.text()).matches() && begins(tokens, place);
    boolean list = !at(tokens, place + 1).is("in") || at(tokens, place + 2).is(Kind.OPEN);
    return (known || name) && list && isTest(tokens, place);
  }

  private static boolean isFlag(List<Token> tokens, int place) {
    return tokens.get(place).is("is")
        && begins(tokens, place)
        && Flag.of(at(tokens, place + 1).text()).isPresent();
  }

  /** Whether a text between quotes is joined with something else. */
  private static boolean isPhrase(List<Token> tokens, int place) {
    Token next = at(tokens, place + 1);
    boolean ends = next.is("and") || next.is("or") || next.is(Kind.CLOSE) || next.is(Kind.END);
    return tokens.get(place).is(Kind.QUOTED) && tokens.size() > 2 && begins(tokens, place) && ends;
  }

  /** Whether the word here is followed by an operator: {@code = in is}, … */
  static boolean isTest(List<Token> tokens, int place) {
    Token next = at(tokens, place + 1);
    Token second = at(tokens, place + 2);
    if (next.is(Kind.OPERATOR)) {
      return true;
    }
    if (next.is("in")) {
      return second.is(Kind.OPEN) || Field.of(tokens.get(place).text()).isPresent();
    }
    if (next.is("not")) {
      return second.is("in");
    }
    return next.is("is")
        && (second.is("empty") || second.is("not") && at(tokens, place + 3).is("empty"));
  }

  private static boolean isOrder(List<Token> tokens, int place) {
    return tokens.get(place).is("order")
        && at(tokens, place + 1).is("by")
        && Order.By.of(at(tokens, place + 2).text()).isPresent();
  }

  /** Whether a clause may begin here. */
  private static boolean begins(List<Token> tokens, int place) {
    if (place == 0) {
      return true;
    }
    Token before = tokens.get(place - 1);
    return before.is("and") || before.is("or") || before.is("not") || before.is(Kind.OPEN);
  }

  private static Token at(List<Token> tokens, int place) {
    return tokens.get(Math.min(place, tokens.size() - 1));
  }

  /** The words that are looked for: what stands between quotes, or the text as it is. */
  static String words(String text, List<Token> tokens) {
    boolean quoted =
        tokens.size() == 2 && tokens.get(0).is(Kind.QUOTED) && !tokens.get(0).text().isBlank();
    return quoted ? tokens.get(0).text().strip() : text.strip();
  }
}
