package tracker.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a task can be asked for. */
public enum Field {
  PROJECT(Op.EQUAL, true),
  KEY(Op.EQUAL, false),
  TITLE(EnumSet.of(Op.HAS, Op.IS, Op.IS_NOT), false),
  DESCRIPTION(EnumSet.of(Op.HAS), true),
  /** Key, title and description together. */
  TEXT(EnumSet.of(Op.HAS), false),
  STATUS(Op.EQUAL, false),
  PRIORITY(both(Op.EQUAL, Op.ORDERED), false),
  TAG(Op.EQUAL, true),
  ASSIGNEE(Op.EQUAL, true),
  CREATOR(Op.EQUAL, false),
  DUE(Op.ORDERED, true),
  CREATED(Op.ORDERED, false),
  UPDATED(Op.ORDERED, false),
  PARENT(Op.EQUAL, true),
  TYPE(Op.EQUAL, false);

  private final Set<Op> ops;
  private final boolean mayBeEmpty;

  Field(Set<Op> ops, boolean mayBeEmpty) {
    this.ops = ops;
    this.mayBeEmpty = mayBeEmpty;
  }

  private static Set<Op> both(Set<Op> some, Set<Op> others) {
    Set<Op> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }

  /** As it is written, e.g. {@code assignee}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The operators that it takes. */
  public Set<Op> ops() {
    return ops;
  }

  /** Whether a task may be without it: {@code is empty}. */
  public boolean mayBeEmpty() {
    return mayBeEmpty;
  }

  /** Whether its values are times. */
  public boolean isTime() {
    return this == DUE || this == CREATED || this == UPDATED;
  }

  /** Its operators as they are written, for refusals. */
  String said() {
    String said = ops.stream().map(Op::sign).collect(Collectors.joining(", "));
    return mayBeEmpty ? said + ", is empty, is not empty" : said;
  }

  static Optional<Field> of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
