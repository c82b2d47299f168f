package tracker.ops.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GistTest {
  private static byte[] of(@Nullable String boundary, String body, int part) {
    Gist gist = new Gist(boundary);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += part) {
      byte[] some = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + part));
      gist.pass(some, some.length);
    }
    return gist.end();
  }

  private static byte[] of(String boundary, String body) {
    return of(boundary, body, 3);
  }

  private static String parts(String boundary, String content) {
    return "--" + boundary + "\r\nname=file\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
  }

  @Test
  void the_boundary_of_a_try_does_not_matter_and_all_else_does() {
    byte[] first = of("----x1x2", parts("----x1x2", "a,b\n1,2"));
    assertArrayEquals(first, of("--a-longer-one", parts("--a-longer-one", "a,b\n1,2")));
    assertFalse(Arrays.equals(first, of("----x1x2", parts("----x1x2", "a,b\n1,3"))));
    assertFalse(Arrays.equals(first, of("----x1x2", parts("----x1x2", "a,b\n1,2").concat(" "))));
  }

  @Test
  void what_only_begins_like_the_boundary_is_content() {
    assertArrayEquals(of(null, "aabaab-aabaa", 1), of("aabaac", "aabaab-aabaa"));
    assertArrayEquals(of(null, "aabaab", 5), of("aabaac", "aab" + "aabaac" + "aab"));
    assertArrayEquals(of(null, "xyz", 7), of("aabaac", "xaabaacyaabaacz"));
  }

  @Test
  void a_long_body_is_the_same_whatever_the_parts_it_comes_in() {
    String body = "0123456789abcde-".repeat(4_000);
    assertArrayEquals(of(null, body, 64 << 10), of("nowhere", body, 7));
  }
}
