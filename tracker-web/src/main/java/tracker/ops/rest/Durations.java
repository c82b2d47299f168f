package tracker.ops.rest;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How long things of one kind took, counted in buckets of seconds. */
final class Durations {
  private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

  private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
  private final DoubleAdder sum = new DoubleAdder();

  Durations() {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  void observe(double seconds) {
    int place = 0;
    while (place < BOUNDS.length && seconds > BOUNDS[place]) {
      place++;
    }
    counts[place].increment();
    sum.add(seconds);
  }

  void write(Exposition out, String name, String... labels) {
    String[] more = java.util.Arrays.copyOf(labels, labels.length + 2);
    more[labels.length] = "le";
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      total += counts[i].sum();
      more[labels.length + 1] = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
      out.sample(name + "_bucket", total, more);
    }
    out.sample(name + "_sum", sum.sum(), labels);
    out.sample(name + "_count", total, labels);
  }
}
