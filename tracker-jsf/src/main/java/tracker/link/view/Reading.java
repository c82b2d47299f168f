package tracker.link.view;

import java.util.Locale;
import tracker.link.Direction;
import tracker.link.LinkType;
import tracker.link.LinkView;

/** A link as it is read from one of its sides: "blocks" there is "is blocked by" here. */
public enum Reading {
  BLOCKED(LinkType.BLOCKS, Direction.INWARD),
  BLOCKS(LinkType.BLOCKS, Direction.OUTWARD),
  FOLLOWS(LinkType.PRECEDES, Direction.INWARD),
  PRECEDES(LinkType.PRECEDES, Direction.OUTWARD),
  RELATES(LinkType.RELATES, Direction.OUTWARD),
  DUPLICATES(LinkType.DUPLICATES, Direction.OUTWARD),
  DUPLICATED(LinkType.DUPLICATES, Direction.INWARD);

  private final LinkType type;
  private final Direction direction;

  Reading(LinkType type, Direction direction) {
    this.type = type;
    this.direction = direction;
  }

  LinkType type() {
    return type;
  }

  Direction direction() {
    return direction;
  }

  /** How a link reads; what relates does so the same from both sides. */
  static Reading of(LinkView link) {
    if (link.type() == LinkType.RELATES) {
      return RELATES;
    }
    for (Reading one : values()) {
      if (one.type == link.type() && one.direction == link.direction()) {
        return one;
      }
    }
    throw new IllegalArgumentException(link.toString());
  }

  /** Under this word its texts stand. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
