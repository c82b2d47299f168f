package tracker.shared.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Places of a chart in a field of 1000 by 100, which the page stretches to its own size.
 *
 * @param top what the upper edge stands for: 1, 2 or 5 with noughts, never below the highest value
 */
public record Plot(long top) {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 100;

  /** An upright bar. */
  public record Column(String kind, String x, String y, String width, String height) {}

  /** A filled shape, by the corners of its outline. */
  public record Area(String kind, String points) {}

  /** For values up to this one. */
  public static Plot upTo(long highest) {
    long unit = 1;
    while (unit * 10 < highest) {
      unit *= 10;
    }
    for (long step : new long[] {1, 2, 5}) {
      if (unit * step >= highest) {
        return new Plot(Math.max(2, unit * step));
      }
    }
    return new Plot(unit * 10);
  }

  /** What the middle stands for, or empty where that is no whole number. */
  public String getHalf() {
    return top % 2 == 0 ? Long.toString(top / 2) : "";
  }

  private double height(long value) {
    return (double) HEIGHT * value / top;
  }

  /** Bars of several kinds side by side; {@code values} has a list for each kind. */
  public List<Column> columns(List<String> kinds, List<List<Long>> values) {
    int parts = values.get(0).size();
    double wide = (double) WIDTH / parts;
    double each = wide * 0.8 / kinds.size();
    List<Column> columns = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      for (int part = 0; part < parts; part++) {
        long value = values.get(kind).get(part);
        if (value > 0) {
          double high = height(value);
          columns.add(
              new Column(
                  kinds.get(kind),
                  number(part * wide + wide * 0.1 + kind * each),
                  number(HEIGHT - high),
                  number(each),
                  number(high)));
        }
      }
    }
    return columns;
  }

  /** Areas that lie upon each other, the lowest first. */
  public List<Area> areas(List<String> kinds, List<List<Long>> values) {
    int parts = values.get(0).size();
    long[] below = new long[parts];
    List<Area> areas = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      List<String> outline = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        outline.add(point(part, parts, below[part] + values.get(kind).get(part)));
      }
      for (int part = parts - 1; part >= 0; part--) {
        outline.add(point(part, parts, below[part]));
      }
      for (int part = 0; part < parts; part++) {
        below[part] += values.get(kind).get(part);
      }
      areas.add(new Area(kinds.get(kind), outline.stream().collect(Collectors.joining(" "))));
    }
    return areas;
  }

  private String point(int part, int parts, long value) {
    double x = parts == 1 ? part * WIDTH : (double) part * WIDTH / (parts - 1);
    return number(x) + "," + number(HEIGHT - height(value));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }
}
