package tracker.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static String html(String source, String... mentioned) {
    return Markdown.html(source, List.of(mentioned), "").strip();
  }

  @Test
  void words_lists_code_and_tables_come_out_as_written() {
    assertEquals("<p>a <strong>b</strong> <code>c</code></p>", html("a **b** `c`"));
    assertTrue(html("- [x] done\n- [ ] open").contains("<input type=\"checkbox\" disabled"));
    assertTrue(html("| a | b |\n|---|---|\n| 1 | 2 |").contains("<td>2</td>"));
    assertEquals("<p><del>no</del></p>", html("~~no~~"));
  }

  @Test
  void a_line_break_stays_one() {
    assertEquals("<p>one<br>\ntwo</p>", html("one\ntwo"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "[click](JaVaScRiPt:alert(1))",
        "[click](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](javascript:alert(1))",
        "<a href=\"javascript:alert(1)\">x</a>",
        "[a](<javascript:alert(1)>)",
        "<javascript:alert(1)>",
        "**<svg onload=alert(1)>**",
        "`<script>`<script>",
        "[x]: javascript:alert(1)\n[x]",
        "[x](vbscript:msgbox)",
      })
  void nothing_in_it_can_run(String source) {
    String html = html(source).toLowerCase(Locale.ROOT);
    assertFalse(html.matches("(?s).*<(script|img|svg|iframe|object)\\b.*"), html);
    assertFalse(html.matches("(?s).*(href|src)=\"\\s*(javascript|data|vbscript):.*"), html);
    assertFalse(html.matches("(?s).*<[a-z]+[^>]*\\son[a-z]+=.*"), html);
  }

  @Test
  void a_picture_is_a_link_so_that_nothing_is_fetched_from_elsewhere() {
    String html = html("![cat](https://example.org/a.png)");
    assertTrue(
        html.matches("<p><a [^>]*href=\"https://example.org/a.png\"[^>]*>cat</a></p>"), html);
    assertTrue(html.contains("rel=\"nofollow noopener noreferrer\""), html);
    assertTrue(html("![](https://example.org/a.png)").contains(">https://example.org/a.png</a>"));
  }

  @Test
  void a_key_after_a_hash_leads_to_its_task() {
    assertEquals(
        "<p>see <a href=\"/task/GER-12\" class=\"key\">GER-12</a>, please</p>",
        html("see #ger-12, please"));
    assertEquals(
        "<p><a href=\"/apps/work/task/T-5\" class=\"key\">T-5</a></p>",
        Markdown.html("#T-5", List.of(), "/apps/work/").strip());
    assertFalse(html("`#GER-12` [#GER-12](https://example.org) a#GER-1 #GER-0").contains("/task/"));
  }

  @Test
  void people_who_are_mentioned_stand_out_and_others_do_not() {
    assertEquals(
        "<p><strong class=\"mention\">@Anna Weber</strong>: and @Anna Web, a@Anna Weber</p>",
        html("@Anna Weber: and @Anna Web, a@Anna Weber", "Anna Weber"));
    assertTrue(html("@АННА ВЕБЕР", "Анна Вебер").contains("class=\"mention\""));
    assertTrue(html("@x (y) [z]", "x (y) [z]").contains("@x (y) [z]</strong>"));
  }

  @Test
  void deep_nesting_ends() {
    assertTrue(html(">".repeat(20_000) + "a").length() < 200_000);
    assertTrue(html("[".repeat(20_000)).length() < 200_000);
    assertTrue(html("*a ".repeat(6_000)).length() < 200_000);
  }
}
