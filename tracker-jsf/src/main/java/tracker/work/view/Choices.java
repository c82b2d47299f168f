package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.PersonView;
import tracker.shared.PageAsk;
import tracker.work.Priority;
import tracker.work.ProjectView;
import tracker.work.Projects;
import tracker.work.Status;
import tracker.work.TagView;
import tracker.work.Tags;
import tracker.work.Visibility;

/** What a property of a task can be chosen from. */
@Named("choices")
@RequestScoped
public class Choices {
  private static final PageAsk MANY = PageAsk.first(PageAsk.MAX_LIMIT);

  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private Projects projects;
  @Inject private Tags tags;

  private @Nullable List<PersonView> people;
  private @Nullable List<ProjectView> seen;
  private @Nullable List<TagView> known;

  public List<Status> getStatuses() {
    return List.of(Status.values());
  }

  /** The most urgent first. */
  public List<Priority> getPriorities() {
    return List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW);
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

  private List<PersonView> meFirst(List<PersonView> all) {
    UUID me = caller.id();
    return all.stream()
        .sorted(Comparator.comparing((PersonView person) -> !person.id().equals(me)))
        .toList();
  }

  public List<ProjectView> getProjects() {
    if (seen == null) {
      seen = projects.list(MANY).items();
    }
    return seen;
  }

  public List<TagView> getTags() {
    if (known == null) {
      known = tags.list(null, MANY).items();
    }
    return known;
  }
}
