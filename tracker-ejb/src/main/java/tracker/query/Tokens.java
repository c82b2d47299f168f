package tracker.query;

import java.util.ArrayList;
import java.util.List;
import tracker.query.Token.Kind;

/** Cuts a text into pieces; every text can be cut. */
final class Tokens {
  private static final String SIGNS = "\"(),=<>~";

  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    tokens.add(Kind.END, "", text.length());
    return List.copyOf(tokens.found);
  }

  private void next() {
    char c = text.charAt(at);
    int start = at;
    if (isBlank(c)) {
      at++;
    } else if (c == '"') {
      quoted();
    } else if (c == '(') {
      at++;
      add(Kind.OPEN, "(", start);
    } else if (c == ')') {
      at++;
      add(Kind.CLOSE, ")", start);
    } else if (c == ',') {
      at++;
      add(Kind.COMMA, ",", start);
    } else if (isOperator(c)) {
      at += c != '=' && c != '~' && at + 1 < text.length() && text.charAt(at + 1) == '=' ? 2 : 1;
      add(Kind.OPERATOR, text.substring(start, at), start);
    } else {
      while (at < text.length() && isOfWord(text.charAt(at))) {
        at++;
      }
      add(Kind.WORD, text.substring(start, at), start);
    }
  }

  private boolean isOperator(char c) {
    return c == '=' || c == '<' || c == '>' || c == '~' || startsUnequal();
  }

  private boolean startsUnequal() {
    return text.startsWith("!=", at);
  }

  private boolean isOfWord(char c) {
    return !isBlank(c) && SIGNS.indexOf(c) < 0 && !startsUnequal();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private void quoted() {
    int start = at++;
    StringBuilder inside = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        add(Kind.QUOTED, inside.toString(), start);
        return;
      }
      boolean escaped = c == '\\' && at < text.length() && "\"\\".indexOf(text.charAt(at)) >= 0;
      inside.append(escaped ? text.charAt(at++) : c);
    }
    add(Kind.UNCLOSED, inside.toString(), start);
  }

  private void add(Kind kind, String words, int start) {
    found.add(new Token(kind, words, start + 1, at + 1));
  }
}
