package tracker.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever tree somebody builds, its text reads as the same tree. */
class QueryTreesTest {
  private static final List<String> TEXTS =
      List.of(
          "bug",
          "два слова",
          "say \"hi\"",
          "a\\b",
          "(x)",
          "today()",
          "me",
          "and",
          "NEVA-12",
          "-7d",
          "2026-11-20",
          "not",
          "x = y",
          "\\\"",
          "%_",
          "!",
          "a!=b",
          "is",
          "\u00a0x");

  private final Random random = new Random(20_261_120);

  @Test
  void random_trees_print_and_read_as_themselves() {
    for (int i = 0; i < 5000; i++) {
      Query query = new Query(term(4), orders());
      String printed = query.print();
      if (printed.length() <= Query.LONGEST) {
        assertEquals(query, Query.of(printed), printed);
      }
    }
  }

  private List<Order> orders() {
    Order.By[] all = Order.By.values();
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> new Order(all[random.nextInt(all.length)], random.nextBoolean()))
        .toList();
  }

  private Term term(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> new Term.Words(TEXTS.get(random.nextInt(TEXTS.size())).strip());
      case 1 -> new Term.Is(Flag.values()[random.nextInt(Flag.values().length)]);
      case 2 -> empty();
      case 3 -> compare();
      case 4 -> new Term.Not(term(depth - 1));
      case 5 -> new Term.And(terms(depth - 1));
      default -> new Term.Or(terms(depth - 1));
    };
  }

  private List<Term> terms(int depth) {
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      terms.add(term(depth));
    }
    return List.copyOf(terms);
  }

  private Term empty() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (Field field : Field.values()) {
      if (field.mayBeEmpty()) {
        fields.add(field);
      }
    }
    return new Term.Empty(
        List.copyOf(fields).get(random.nextInt(fields.size())), random.nextBoolean());
  }

  private Term compare() {
    Field field = Field.values()[random.nextInt(Field.values().length)];
    List<Op> ops = List.copyOf(field.ops());
    Op op = ops.get(random.nextInt(ops.size()));
    int count = op.takesMany() ? 1 + random.nextInt(3) : 1;
    return new Term.Compare(field, op, IntStream.range(0, count).mapToObj(i -> value()).toList());
  }

  private Value value() {
    return switch (random.nextInt(3)) {
      case 0 -> new Value(Value.Kind.CALL, "today", 1);
      case 1 ->
          new Value(Value.Kind.WORD, List.of("bug", "me", "-7d", "and").get(random.nextInt(4)), 1);
      default -> new Value(Value.Kind.QUOTED, TEXTS.get(random.nextInt(TEXTS.size())), 1);
    };
  }
}
