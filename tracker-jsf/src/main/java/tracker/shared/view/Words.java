package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Text;
import tracker.shared.Texts;

/** The words of pages in the reader's language: {@code #{t['nav.tasks']}}. */
@Named("t")
@RequestScoped
public class Words extends AbstractMap<String, String> {
  @Inject private Caller caller;

  @Override
  public String get(@Nullable Object key) {
    return texts().say(String.valueOf(key));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return texts().knows(String.valueOf(key));
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return texts().keys().stream()
        .map(key -> Map.entry(key, get(key)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Words with one place filled. */
  public String say(String key, Object first) {
    return texts().say(key, first);
  }

  /** Words with two places filled. */
  public String say(String key, Object first, Object second) {
    return texts().say(key, first, second);
  }

  public String say(Text text) {
    return texts().say(text);
  }

  /**
   * Words for a number of things: under {@code key} with {@code .one}, {@code .few} or {@code
   * .many}; {0} is the number.
   */
  public String count(String key, long number) {
    return texts().say(key + "." + form(number), number);
  }

  /** {@code ru} or {@code en}. */
  public String language() {
    return texts().locale().getLanguage();
  }

  private String form(long number) {
    if (!locale().getLanguage().equals("ru")) {
      return number == 1 ? "one" : "many";
    }
    long tens = number % 100;
    long ones = number % 10;
    if (ones == 1 && tens != 11) {
      return "one";
    }
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
  }

  public Locale locale() {
    return texts().locale();
  }

  private Texts texts() {
    return Texts.in(caller.locale());
  }
}
