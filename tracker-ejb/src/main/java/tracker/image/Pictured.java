package tracker.image;

import java.util.Locale;

/** What there are pictures of. */
public enum Pictured {
  HOTEL,
  ROOM;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
