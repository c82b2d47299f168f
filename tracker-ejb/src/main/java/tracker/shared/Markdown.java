package tracker.shared;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as people write it (CommonMark, tables, strikethrough, ticks, bare addresses) to HTML
 * that is safe to show: HTML in it stays text, addresses are http, https or mailto, and nothing is
 * fetched from elsewhere: a picture becomes a link to it. {@code #KEY-1} leads to that task.
 */
public final class Markdown {
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          AutolinkExtension.create(),
          TaskListItemsExtension.create());
  private static final Parser PARSER =
      Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(50).build();
  private static final String KEY = "(?<![\\p{L}\\p{N}#&])#([A-Z][A-Z0-9]{0,9}-[1-9][0-9]{0,9})\\b";

  private Markdown() {}

  /**
   * @param mentioned names that stand out after an {@code @}
   * @param root the path below which the product is served; empty or {@code /} is the top
   */
  public static String html(String source, Collection<String> mentioned, String root) {
    Node document = PARSER.parse(source);
    Decoration decoration = new Decoration(mentioned, root);
    document.accept(decoration);
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
        .softbreak("<br>\n")
        .attributeProviderFactory(
            context -> (node, tag, attributes) -> decoration.dress(node, attributes))
        .build()
        .render(document);
  }

  /** Puts links to tasks and marks of people into the tree, and takes pictures out. */
  private static final class Decoration extends AbstractVisitor {
    private final Pattern words;
    private final String tasksAt;
    private final Set<Node> people = new HashSet<>();
    private final Set<Node> tasks = new HashSet<>();

    Decoration(Collection<String> mentioned, String root) {
      this.tasksAt = ("/" + root + "/task/").replaceAll("/+", "/");
      String names =
          mentioned.stream()
              .filter(name -> !name.isBlank())
              .sorted((one, other) -> Integer.compare(other.length(), one.length()))
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      String person =
          names.isEmpty() ? "" : "|(?<![\\p{L}\\p{N}])@(?:" + names + ")(?![\\p{L}\\p{N}])";
      this.words = Pattern.compile(KEY + person, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public void visit(Link link) {
      // what is a link already is left alone
    }

    @Override
    public void visit(Image image) {
      Link link = new Link(image.getDestination(), image.getTitle());
      Node child = image.getFirstChild();
      if (child == null) {
        link.appendChild(new Text(image.getDestination()));
      }
      while (child != null) {
        Node next = child.getNext();
        link.appendChild(child);
        child = next;
      }
      image.insertBefore(link);
      image.unlink();
    }

    @Override
    public void visit(Text text) {
      String all = text.getLiteral();
      Matcher found = words.matcher(all);
      int from = 0;
      while (found.find()) {
        text.insertBefore(new Text(all.substring(from, found.start())));
        text.insertBefore(found.group(1) == null ? person(found.group()) : task(found.group(1)));
        from = found.end();
      }
      if (from > 0) {
        text.insertBefore(new Text(all.substring(from)));
        text.unlink();
      }
    }

    private Node person(String name) {
      Node mark = new StrongEmphasis();
      mark.appendChild(new Text(name));
      people.add(mark);
      return mark;
    }

    private Node task(String key) {
      String upper = key.toUpperCase(Locale.ROOT);
      Node link = new Link(tasksAt + upper, null);
      link.appendChild(new Text(upper));
      tasks.add(link);
      return link;
    }

    void dress(Node node, Map<String, String> attributes) {
      if (people.contains(node)) {
        attributes.put("class", "mention");
      } else if (tasks.contains(node)) {
        attributes.remove("rel");
        attributes.put("class", "key");
      } else if (node instanceof Link) {
        attributes.put("rel", "nofollow noopener noreferrer");
        attributes.put("target", "_blank");
      }
    }
  }
}
