package tracker.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tracker.identity.Caller;
import tracker.shared.Sql;
import tracker.work.Seen;

/** Finds words in what is searched. One statement finds, narrows to what is seen, and ranks. */
@Dependent
class DocumentRows {
  /** So many hits of a common word are ranked; more say nothing. */
  private static final int RANKED = 2000;

  /** So many words near one with a wrong letter are tried. */
  private static final int NEAR = 20;

  /**
   * A task that the caller sees. OFFSET makes the planner look each one up: it takes a beginning of
   * a word for far more frequent than it is, and would read all tasks instead.
   */
  private static final String SEEN =
      "select t.updated_at from task.task t"
          + " where t.id = d.task_id and t.deleted_at is null and %s offset 0";

  /** Takes the words of the titles, the words of all, and what is seen. */
  private static final String FIND =
      """
      with hit as (
        (select d.id, d.kind, d.task_id, t.updated_at, true as titled, ts_rank(d.words, %1$s) as rank
        from search.document d cross join lateral (%3$s) t
        where d.words @@ %1$s and d.kind = 'task' limit %4$d)
        union all
        (select d.id, d.kind, d.task_id, t.updated_at, false, ts_rank(d.words, %2$s)
        from search.document d cross join lateral (%3$s) t
        where d.words @@ %2$s limit %4$d)),
      living as (
        select distinct on (h.task_id) h.*, c.body, f.name
        from hit h
        left join comment.comment c
          on h.kind = 'comment' and c.id = h.id and c.deleted_at is null
        left join attachment.attachment f
          on h.kind = 'file' and f.id = h.id and f.deleted_at is null
        where h.kind = 'task' or c.id is not null or f.id is not null
        order by h.task_id, h.titled desc, h.rank desc, h.id)
      select l.*, t.key, t.title, case when l.kind = 'task' then t.description end as description
      from living l join task.task t on t.id = l.task_id
      order by l.titled desc, l.rank desc, l.updated_at desc, l.task_id desc limit ?
      """;

  private static final String NEAREST =
      """
      select q.word as asked, n.word from unnest(?::text[]) q (word)
      cross join lateral (
        select w.word, levenshtein_less_equal(w.word, q.word, 1) as steps from search.word w
        where length(w.word) between length(q.word) - 1 and length(q.word) + 1
          and (left(w.word, 1) = left(q.word, 1) or right(w.word, 1) = right(q.word, 1))
          and (levenshtein_less_equal(w.word, q.word, 1) <= 1
            or length(w.word) = length(q.word) and w.word = any(?::text[]))
        group by w.word order by steps, w.word limit %d) n
      """
          .formatted(NEAR);

  private final Sql sql;
  private final Caller caller;

  @Inject
  DocumentRows(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /**
   * The best tasks for these words.
   *
   * @param words all must stand in one text; of the alternatives of one any will do
   */
  List<Found> find(List<List<String>> words, int limit) {
    List<Object> args = new ArrayList<>();
    String seen = "";
    List<String> asked = new ArrayList<>();
    for (String weight : List.of("A", "")) {
      // ranked by, narrowed to what is seen, looked for
      List<Object> its = new ArrayList<>();
      asked.add(asked(words, weight, its));
      args.addAll(its);
      seen = Seen.task(caller, args);
      args.addAll(its);
    }
    String statement = FIND.formatted(asked.get(0), asked.get(1), SEEN.formatted(seen), RANKED);
    args.add(limit);
    List<String> marked = words.stream().flatMap(Collection::stream).toList();
    return sql.list(statement, row -> found(row, marked), args.toArray());
  }

  /** The tsquery for words; what they match is narrowed to a weight where one is given. */
  private static String asked(List<List<String>> words, String weight, List<Object> args) {
    List<String> parts = new ArrayList<>();
    for (List<String> alternatives : words) {
      List<String> either = new ArrayList<>();
      for (String word : alternatives) {
        either.add("to_tsquery('pg_catalog.russian', ?) || to_tsquery('pg_catalog.simple', ?)");
        args.add(weight.isEmpty() ? word : word + ":" + weight);
        args.add(word + ":*" + weight);
      }
      parts.add("(" + String.join(" || ", either) + ")");
    }
    return "(" + String.join(" && ", parts) + ")";
  }

  private static Found found(ResultSet row, List<String> words) throws SQLException {
    Where where =
        switch (row.getString("kind")) {
          case "comment" -> Where.COMMENT;
          case "file" -> Where.FILE;
          default -> row.getBoolean("titled") ? Where.TITLE : Where.DESCRIPTION;
        };
    String text =
        switch (where) {
          case COMMENT -> row.getString("body");
          case FILE -> row.getString("name");
          case DESCRIPTION -> row.getString("description");
          default -> row.getString("title");
        };
    return new Found(
        row.getObject("task_id", UUID.class),
        row.getString("key"),
        row.getString("title"),
        Snippet.of(text == null ? "" : text, words),
        where);
  }

  /** Words that are one letter, or two letters in the wrong order, away from each of these. */
  Map<String, List<String>> near(List<String> words) {
    Map<String, List<String>> found = new HashMap<>();
    if (!words.isEmpty()) {
      List<String> turned = words.stream().flatMap(DocumentRows::turned).toList();
      sql.list(
          NEAREST,
          row ->
              found
                  .computeIfAbsent(row.getString("asked"), word -> new ArrayList<>())
                  .add(row.getString("word")),
          words,
          turned);
    }
    return found;
  }

  /** The word with each two neighbours in the other order. */
  private static java.util.stream.Stream<String> turned(String word) {
    return IntStream.range(0, word.length() - 1)
        .mapToObj(
            at ->
                word.substring(0, at)
                    + word.charAt(at + 1)
                    + word.charAt(at)
                    + word.substring(at + 2));
  }
}
