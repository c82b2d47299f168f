package tracker.work.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tracker.shared.Problem;
import tracker.shared.Text;

/**
 * The query of a page as somebody typed it.
 *
 * @param wrong what is wrong with it in words, or null
 * @param at where in the text that is, from 0
 */
public record Typed(String text, @Nullable String wrong, int at) {
  private static final String FIELD = "q";

  static Typed of(@Nullable String text) {
    return new Typed(text == null ? "" : text.strip(), null, 0);
  }

  /** The same with what a door found wrong in it; a refusal of anything else is thrown on. */
  Typed refused(Problem problem, Function<Text, String> say) {
    Text why = problem.fields().get(FIELD);
    if (why == null) {
      throw problem;
    }
    int column = !why.args().isEmpty() && why.args().get(0) instanceof Integer from ? from : 1;
    return new Typed(text, say.apply(why), Math.min(column - 1, text.length()));
  }

  /** The text, or null where there is none. */
  @Nullable String asked() {
    return text.isEmpty() ? null : text;
  }

  /** The text up to the place where it is wrong. */
  public String before() {
    return text.substring(0, at);
  }

  /** The text from there on. */
  public String here() {
    return at < text.length() ? text.substring(at) : " ";
  }

  /** An address that has no other parameters, with this query. */
  String on(String path) {
    return text.isEmpty() ? path : path + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
