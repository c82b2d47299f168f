package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tracker.identity.Caller;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.work.Priority;
import tracker.work.TaskView;
import tracker.workflow.Category;

/**
 * The visual language, shown by what speaks it: names and icons come from their files, everything
 * else is made of the tags that pages use.
 */
@Named("styleGuide")
@RequestScoped
public class StyleGuidePage {
  private static final UUID NOBODY = new UUID(0, 1);
  private static final List<String> KINDS = List.of("--t-", "--s-", "--r-", "--e-");
  private static final List<String> SIZES =
      List.of(
          "--gutter",
          "--row",
          "--row-compact",
          "--row-roomy",
          "--control",
          "--header",
          "--side",
          "--bar");
  private static final List<String> OTHERS =
      List.of("--focus", "--focus-in", "--sans", "--mono", "--move");

  @Inject private VisualLanguage language;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private final Map<String, String> typed = new HashMap<>();

  /** Refuses everybody but administrators. */
  public void open() {
    if (!caller.isAdmin()) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
  }

  private List<String> tokens(Predicate<String> kind) {
    return language.tokens().stream().filter(kind).toList();
  }

  /** What is none of the others is a colour. */
  public List<String> getColours() {
    return tokens(
        one ->
            KINDS.stream().noneMatch(one::startsWith)
                && !SIZES.contains(one)
                && !OTHERS.contains(one));
  }

  public List<String> getType() {
    return tokens(one -> one.startsWith("--t-"));
  }

  public List<String> getSpaces() {
    return tokens(one -> one.startsWith("--s-"));
  }

  public List<String> getRadii() {
    return tokens(one -> one.startsWith("--r-"));
  }

  public List<String> getShadows() {
    return tokens(one -> one.startsWith("--e-"));
  }

  public List<String> getSizes() {
    return tokens(SIZES::contains);
  }

  public List<String> getOthers() {
    return tokens(OTHERS::contains);
  }

  public List<String> getIcons() {
    return language.icons();
  }

  public Category[] getCategories() {
    return Category.values();
  }

  public Priority[] getPriorities() {
    return Priority.values();
  }

  /** Tasks of each category, one of them late. */
  public List<TaskView> getTasks() {
    return List.of(
        task(1, Category.TODO, Priority.HIGH, Duration.ofHours(-30)),
        task(2, Category.IN_PROGRESS, Priority.NORMAL, Duration.ofHours(5)),
        task(3, Category.DONE, Priority.LOW, Duration.ofDays(3)));
  }

  private TaskView task(int number, Category category, Priority priority, Duration due) {
    return new TaskView(
        new UUID(0, number),
        "NEVA-" + number,
        words.get("style.title"),
        null,
        category.word(),
        category,
        null,
        priority,
        clock.now().plus(due),
        number == 2 ? null : caller.id(),
        List.of("rooms"),
        null,
        "NEVA",
        null,
        "task",
        List.of(),
        2,
        new TaskView.Subtasks(1, 2),
        caller.id(),
        clock.now(),
        clock.now(),
        null,
        1);
  }

  /** Somebody of each pair of tints. */
  public List<UUID> getPeople() {
    return List.of(
        NOBODY, new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), new UUID(0, 5), new UUID(0, 6));
  }

  /** Refuses the field of the example. */
  public void refuse() {
    throw Problem.invalid("name", "invalid.required");
  }

  /** Says something as after a change. */
  public void say() {
    toasts.say(words.get("style.said"));
  }

  /** Says something as after a failure. */
  public void fail() {
    toasts.wrong(words.get("style.failed"));
  }

  /** What stands in the fields of the example. */
  public Map<String, String> getTyped() {
    return typed;
  }
}
