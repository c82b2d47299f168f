package tracker.query;

import java.util.List;
import java.util.stream.Collectors;

/** What must hold for a task. */
public sealed interface Term {
  /** All of these. */
  record And(List<Term> all) implements Term {
    @Override
    public String print() {
      return all.stream()
          .map(one -> one instanceof And || one instanceof Or ? bracketed(one) : one.print())
          .collect(Collectors.joining(" and "));
    }
  }

  /** Any of these. */
  record Or(List<Term> any) implements Term {
    @Override
    public String print() {
      return any.stream()
          .map(one -> one instanceof Or ? bracketed(one) : one.print())
          .collect(Collectors.joining(" or "));
    }
  }

  /** The opposite. */
  record Not(Term term) implements Term {
    @Override
    public String print() {
      return "not " + (term instanceof And || term instanceof Or ? bracketed(term) : term.print());
    }
  }

  /** A field against a value, or against several where the operator takes them. */
  record Compare(Field field, Op op, List<Value> values) implements Term {
    @Override
    public String print() {
      String said = values.stream().map(Value::print).collect(Collectors.joining(", "));
      return field.word() + " " + op.sign() + " " + (op.takesMany() ? "(" + said + ")" : said);
    }
  }

  /** A field without a value. */
  record Empty(Field field, boolean empty) implements Term {
    @Override
    public String print() {
      return field.word() + (empty ? " is empty" : " is not empty");
    }
  }

  /** A simple state. */
  record Is(Flag flag) implements Term {
    @Override
    public String print() {
      return "is " + flag.word();
    }
  }

  /** Words as they stand in key, title or description. */
  record Words(String text) implements Term {
    @Override
    public String print() {
      return Value.quote(text);
    }
  }

  /** The text that reads as this term. */
  String print();

  private static String bracketed(Term term) {
    return "(" + term.print() + ")";
  }
}
