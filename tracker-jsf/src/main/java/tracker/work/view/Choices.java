package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.PersonView;
import tracker.project.ProjectChoice;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.project.Visibility;
import tracker.shared.PageAsk;
import tracker.shared.view.Words;
import tracker.work.Priority;
import tracker.work.TagView;
import tracker.work.Tags;
import tracker.work.TaskType;
import tracker.workflow.Category;
import tracker.workflow.Standing;
import tracker.workflow.Status;
import tracker.workflow.Workflow;
import tracker.workflow.Workflows;

/** What a property of a task can be chosen from. */
@Named("choices")
@RequestScoped
public class Choices {
  private static final PageAsk MANY = PageAsk.first(PageAsk.MAX_LIMIT);

  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Projects projects;
  @Inject private Tags tags;
  @Inject private Workflows workflows;
  @Inject private Words words;

  private @Nullable List<PersonView> people;
  private @Nullable List<ProjectChoice> seen;
  private @Nullable List<TagView> known;

  /** The four that every project knows. */
  public List<StatusChoice> getStatuses() {
    return statuses(Workflow.USUAL);
  }

  /** Those of a project; the four where there is none. */
  public List<StatusChoice> statuses(@Nullable ProjectView project) {
    return project == null ? getStatuses() : statusesOf(project.key());
  }

  /** Those of the project with this key. */
  List<StatusChoice> statusesOf(String project) {
    return statuses(workflows.of(project).rules());
  }

  /** All statuses by these rules. */
  List<StatusChoice> statuses(Workflow rules) {
    return rules.all().stream().map(one -> choice(rules, one)).toList();
  }

  StatusChoice choice(Workflow rules, Status status) {
    Standing standing = rules.standing(status);
    return new StatusChoice(
        standing.word(), standing.category(), statusName(standing.category(), standing.name()));
  }

  /** What a status is called: by its own name where it has one. */
  public String statusName(Category category, @Nullable String name) {
    return name == null ? words.get("status." + category.word()) : name;
  }

  /** A status in words, as the record of changes has it. */
  public String statusName(String word) {
    return Category.of(word).map(one -> words.get("status." + one.word())).orElse(word);
  }

  /** The most urgent first. */
  public List<Priority> getPriorities() {
    return List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW);
  }

  /** The types that have a sign and words of their own. */
  public List<String> getTypes() {
    return TaskType.KNOWN;
  }

  /** A type in words: its own where it has some, else as it is written. */
  public String typeName(String type) {
    return TaskType.KNOWN.contains(type) ? words.get("type." + type) : type.replace('_', ' ');
  }

  /** The icon of a type. */
  public String typeIcon(String type) {
    return TaskType.KNOWN.contains(type) ? "t-" + type : "t-other";
  }

  /** Everybody, the reader first. */
  public List<PersonView> getPeople() {
    if (people == null) {
      people = meFirst(accounts.people(null, MANY).items());
    }
    return people;
  }

  /** Who may get a task of this project: its members, or everybody where everybody sees it. */
  public List<PersonView> people(@Nullable ProjectView project) {
    if (project == null || project.visibility() == Visibility.INTERNAL) {
      return getPeople();
    }
    return meFirst(
        projects.members(project.key()).stream()
            .map(member -> new PersonView(member.userId(), member.name()))
            .toList());
  }

  /** Those of them whose name has this text. */
  List<PersonView> people(@Nullable ProjectView project, String text) {
    if (project == null || project.visibility() == Visibility.INTERNAL) {
      return meFirst(accounts.people(text.isEmpty() ? null : text, MANY).items());
    }
    String wanted = text.toLowerCase(Locale.ROOT);
    return people(project).stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /** Whether there may be more than these: then typing asks for others. */
  public boolean isCut(List<?> shown) {
    return shown.size() >= PageAsk.MAX_LIMIT;
  }

  private List<PersonView> meFirst(List<PersonView> all) {
    UUID me = caller.id();
    return all.stream()
        .sorted(Comparator.comparing((PersonView person) -> !person.id().equals(me)))
        .toList();
  }

  /** Projects, those first that the reader is a member of. */
  public List<ProjectChoice> getProjects() {
    if (seen == null) {
      seen = projects.ownFirst("", PageAsk.MAX_LIMIT);
    }
    return seen;
  }

  /** Those of them whose key or name has this text. */
  List<ProjectChoice> projects(String text) {
    return projects.ownFirst(text, PageAsk.MAX_LIMIT);
  }

  public List<TagView> getTags() {
    if (known == null) {
      known = tags.list(null, MANY).items();
    }
    return known;
  }
}
