package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.shared.view.Shell;

/**
 * The columns of the list as the reader likes them: which, in what order, how wide. A cookie of the
 * list keeps them, so that it comes as it stays; the page's script writes it.
 */
@Named("columns")
@RequestScoped
public class ListColumns {
  static final int NARROWEST = 56;
  static final int WIDEST = 480;

  private static final String COOKIE = "gerask_columns";
  private static final String BETWEEN = "~";
  private static final int TICK = 44;
  private static final int KEY = 92;
  private static final int TITLE = 240;

  @Inject private Shell shell;

  private @Nullable Map<String, Optional<Integer>> kept;

  /** What can be shown beside key and title, in the usual order. */
  private enum Known {
    TYPE("list.by.type", null, 128, false),
    STATUS("list.sort.status", "status", 138, true),
    PRIORITY("list.sort.priority", "priority", 102, true),
    ASSIGNEE("list.by.assignee", null, 148, true),
    DUE("list.sort.due_at", "due_at", 112, true),
    TAGS("list.by.tag", null, 136, true),
    PROJECT("list.by.project", null, 92, false),
    CREATOR("task.creator", null, 164, false),
    CREATED("list.sort.created_at", "created_at", 104, false),
    UPDATED("list.sort.updated_at", "updated_at", 88, true);

    private final String label;
    private final @Nullable String sort;
    private final int width;
    private final boolean usual;

    Known(String label, @Nullable String sort, int width, boolean usual) {
      this.label = label;
      this.sort = sort;
      this.width = width;
      this.usual = usual;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A column.
   *
   * @param label the key of its words
   * @param sort as the address sorts by it, or null
   * @param width in pixels
   * @param usual its width where nobody changed it
   */
  public record Column(
      String name, String label, @Nullable String sort, int width, int usual, boolean shown) {}

  /** The columns between title and the end of the row, in their order. */
  public List<Column> getShown() {
    return getAll().stream().filter(Column::shown).toList();
  }

  /** All columns there are, the shown ones first and in their order. */
  public List<Column> getAll() {
    Map<String, Optional<Integer>> wanted = kept();
    List<Known> known = List.of(Known.values());
    if (isUsual()) {
      return known.stream().map(one -> column(one, Optional.empty(), one.usual)).toList();
    }
    Stream<Column> shown =
        wanted.entrySet().stream()
            .flatMap(
                entry ->
                    known.stream()
                        .filter(one -> one.word().equals(entry.getKey()))
                        .map(one -> column(one, entry.getValue(), true)));
    Stream<Column> others =
        known.stream()
            .filter(one -> !wanted.containsKey(one.word()))
            .map(one -> column(one, Optional.empty(), false));
    return Stream.concat(shown, others).toList();
  }

  private static Column column(Known one, Optional<Integer> width, boolean shown) {
    return new Column(one.word(), one.label, one.sort, width.orElse(one.width), one.width, shown);
  }

  /** The column of keys, which is always there. */
  public Column getKey() {
    int width = kept().getOrDefault("key", Optional.empty()).orElse(KEY);
    return new Column("key", "list.sort.key", "key", width, KEY, true);
  }

  /** Whether the reader has not chosen any: then a narrow window leaves the least ones out. */
  public boolean isUsual() {
    return kept().isEmpty();
  }

  /** How wide the rows are at least, so that titles can still be read. */
  public int getLeast() {
    return TICK + TITLE + getKey().width() + getShown().stream().mapToInt(Column::width).sum();
  }

  boolean has(String name) {
    return getShown().stream().anyMatch(one -> one.name().equals(name));
  }

  public int getNarrowest() {
    return NARROWEST;
  }

  public int getWidest() {
    return WIDEST;
  }

  private Map<String, Optional<Integer>> kept() {
    if (kept == null) {
      String text = shell.kept(COOKIE);
      kept = text == null ? Map.of() : read(text);
    }
    return kept;
  }

  /** Reads {@code key~status-160~due}; what no column is called is left out. */
  static Map<String, Optional<Integer>> read(String text) {
    Map<String, Optional<Integer>> read = new LinkedHashMap<>();
    for (String part : text.split(BETWEEN)) {
      String[] words = part.split("-", 2);
      boolean known =
          words[0].equals("key")
              || Arrays.stream(Known.values()).anyMatch(one -> one.word().equals(words[0]));
      if (known) {
        read.putIfAbsent(words[0], words.length == 2 ? width(words[1]) : Optional.empty());
      }
    }
    return read;
  }

  private static Optional<Integer> width(String text) {
    return text.matches("\\d{1,4}")
        ? Optional.of(Math.min(WIDEST, Math.max(NARROWEST, Integer.parseInt(text))))
        : Optional.empty();
  }
}
