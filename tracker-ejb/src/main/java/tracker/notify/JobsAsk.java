package tracker.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.shared.PageAsk;
import tracker.shared.Problem;

/** Which messages are asked for; null narrows nothing. */
public record JobsAsk(@Nullable JobStatus status, @Nullable JobType type, PageAsk page) {
  /** Reads words of a query; unknown ones are 422. */
  public static JobsAsk of(@Nullable String status, @Nullable String type, PageAsk page) {
    return new JobsAsk(
        word("status", status, JobStatus.values()), word("type", type, JobType.values()), page);
  }

  private static <E extends Enum<E>> @Nullable E word(
      String field, @Nullable String text, E[] all) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(all)
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.invalid(field, "invalid.word", words(all)));
  }

  private static <E extends Enum<E>> String words(E[] all) {
    return Arrays.stream(all)
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
