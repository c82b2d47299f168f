package tracker.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How a field and its values stand to each other. */
public enum Op {
  IS("="),
  IS_NOT("!="),
  LESS("<"),
  AT_MOST("<="),
  MORE(">"),
  AT_LEAST(">="),
  HAS("~"),
  IN("in"),
  NOT_IN("not in");

  /** For values without an order. */
  static final Set<Op> EQUAL = EnumSet.of(IS, IS_NOT, IN, NOT_IN);

  /** For values with an order. */
  static final Set<Op> ORDERED = EnumSet.of(IS, IS_NOT, LESS, AT_MOST, MORE, AT_LEAST);

  private final String sign;

  Op(String sign) {
    this.sign = sign;
  }

  /** As it is written. */
  public String sign() {
    return sign;
  }

  /** Whether it holds where its opposite does not. */
  public boolean isNegative() {
    return this == IS_NOT || this == NOT_IN;
  }

  boolean takesMany() {
    return this == IN || this == NOT_IN;
  }

  static Optional<Op> of(String sign) {
    return Arrays.stream(values()).filter(one -> one.sign.equals(sign)).findFirst();
  }
}
