package tracker.demo;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.project.NewProject;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.project.Visibility;
import tracker.shared.Clock;
import tracker.shared.Texts;
import tracker.work.NewTask;
import tracker.work.Priority;
import tracker.work.Tasks;
import tracker.workflow.Category;

/** The door to the demo: a project with people's work in it, for a first look. */
@Stateless
public class Demo {
  private static final String KEY = "DEMO";
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** A task of the demo; its title and tag stand in the texts under its place in the list. */
  private record Item(Category status, Priority priority, @Nullable Integer days, boolean mine) {}

  private static final List<Item> ITEMS =
      List.of(
          new Item(Category.TODO, Priority.HIGH, -2, true),
          new Item(Category.IN_PROGRESS, Priority.HIGH, 0, true),
          new Item(Category.IN_PROGRESS, Priority.NORMAL, 1, true),
          new Item(Category.TODO, Priority.NORMAL, 3, true),
          new Item(Category.TODO, Priority.LOW, 12, true),
          new Item(Category.TODO, Priority.NORMAL, null, true),
          new Item(Category.TODO, Priority.NORMAL, 5, false),
          new Item(Category.TODO, Priority.LOW, null, false),
          new Item(Category.IN_PROGRESS, Priority.NORMAL, 2, false),
          new Item(Category.DONE, Priority.HIGH, -1, true),
          new Item(Category.DONE, Priority.NORMAL, -3, false),
          new Item(Category.CANCELED, Priority.LOW, null, false));

  @EJB private Projects projects;
  @EJB private Tasks tasks;
  @Inject private DemoHotels hotels;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /**
   * Creates the demo project (key DEMO, Russian and English tasks, tags, due dates around today)
   * and three hotels; the existing one where it is there.
   */
  @Allowed(Right.ADMIN)
  public ProjectView load() {
    Optional<ProjectView> there = projects.brought(KEY);
    if (there.isPresent()) {
      return there.get();
    }
    Texts own = Texts.in(caller.locale());
    ProjectView made =
        projects.create(
            new NewProject(
                KEY, own.say("demo.project"), own.say("demo.description"), Visibility.INTERNAL));
    Texts other = Texts.in(own.locale().equals(Texts.RUSSIAN) ? Texts.ENGLISH : Texts.RUSSIAN);
    tasks.createAll(
        IntStream.range(0, ITEMS.size())
            // every fourth one in the other language, as in a real team
            .mapToObj(place -> task(place, place % 4 == 3 ? other : own))
            .toList());
    hotels.load(made.id(), made.key(), own);
    return projects.one(made.key());
  }

  private NewTask task(int place, Texts words) {
    Item item = ITEMS.get(place);
    return new NewTask(
        words.say("demo.task." + place),
        place == 0 ? words.say("demo.details") : null,
        item.status().word(),
        item.priority(),
        due(item.days()),
        item.mine() ? caller.id() : null,
        List.of(words.say("demo.tag." + place % 3)),
        KEY,
        null,
        null,
        null);
  }

  private @Nullable Instant due(@Nullable Integer days) {
    if (days == null) {
      return null;
    }
    ZonedDateTime today = clock.now().atZone(caller.zone());
    return today.plusDays(days).with(EVENING).toInstant();
  }
}
