package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.identity.PersonView;
import tracker.project.ProjectChoice;
import tracker.project.ProjectView;
import tracker.project.Projects;

/**
 * What a menu offers, for scripts: the address asks {@code what} there is to choose, of which
 * {@code project}, and with which text {@code q}.
 */
@Named("choosing")
@RequestScoped
public class ChoosePage {
  @Inject private Choices choices;
  @Inject private NewTaskPage newTask;
  @Inject private Projects projects;

  /** {@code status}, {@code person}, {@code project} or {@code own-project}. */
  public @Nullable String getWhat() {
    return Sent.text("what");
  }

  private static String text() {
    String text = Sent.text("q");
    return text == null ? "" : text.strip();
  }

  private @Nullable ProjectView project() {
    String key = Sent.text("project");
    return key == null ? null : projects.one(key);
  }

  public List<StatusChoice> getStatuses() {
    return choices.statuses(project());
  }

  public List<PersonView> getPeople() {
    return choices.people(project(), text());
  }

  public List<ProjectChoice> getProjects() {
    return choices.projects(text());
  }

  /** Those in which the reader may create tasks. */
  public List<ProjectChoice> getOwnProjects() {
    return newTask.open(choices.projects(text()));
  }
}
