package tracker.project.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import tracker.project.NewProject;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.project.Visibility;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** All projects that the reader sees, and a new one. */
@Named("projects")
@RequestScoped
public class ProjectsPage {
  @Inject private Projects projects;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<ProjectView> page;
  private @Nullable String name;
  private @Nullable String key;
  private @Nullable String description;
  private Visibility visibility = Visibility.INTERNAL;

  /** The first projects by name, read once for a request. */
  public Page<ProjectView> getPage() {
    if (page == null) {
      page = projects.list(PageAsk.first(PageAsk.MAX_LIMIT));
    }
    return page;
  }

  /** Creates the project and opens its board. */
  public void create() {
    String wanted = key == null ? "" : key.strip();
    ProjectView made =
        projects.create(
            new NewProject(wanted, name == null ? "" : name.strip(), description, visibility));
    open(made, "projects.created");
  }

  private void open(ProjectView project, String said) {
    shell.remember(project.key());
    toasts.say(words.say(said, project.name()));
    shell.go("/board/" + project.key());
  }

  public Visibility[] getVisibilities() {
    return Visibility.values();
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getKey() {
    return key;
  }

  public void setKey(@Nullable String key) {
    this.key = key;
  }

  public @Nullable String getDescription() {
    return description;
  }

  public void setDescription(@Nullable String description) {
    this.description = description;
  }

  public Visibility getVisibility() {
    return visibility;
  }

  public void setVisibility(Visibility visibility) {
    this.visibility = visibility;
  }
}
