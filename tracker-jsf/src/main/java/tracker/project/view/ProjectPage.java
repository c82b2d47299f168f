package tracker.project.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.project.MemberRole;
import tracker.project.ProjectChange;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.project.Visibility;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The settings of one project: what it is called, who sees it, its end. */
@Named("project")
@RequestScoped
public class ProjectPage {
  @Inject private Projects projects;
  @Inject private Caller caller;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable ProjectView view;
  private @Nullable String name;
  private @Nullable String description;
  private @Nullable Visibility visibility;
  private @Nullable String typed;

  /** The project of the address; unknown ones are 404. */
  public ProjectView getView() {
    if (view == null) {
      view = projects.one(asked.key());
    }
    return view;
  }

  /** Whether the reader may change it. */
  public boolean isMine() {
    return getView().role() == MemberRole.MANAGER || caller.isAdmin();
  }

  /** Saves name, description and visibility. */
  public void save() {
    view =
        projects.change(
            asked.key(),
            new ProjectChange(
                Optional.of(name == null ? "" : name.strip()),
                Optional.ofNullable(description),
                Optional.of(getVisibility())),
            null);
    toasts.done(words.get("toast.saved"));
    shell.again();
  }

  /** Puts it into the trash, once its key is typed. */
  public void delete() {
    ProjectView gone = getView();
    if (typed == null || !gone.key().equals(typed.strip())) {
      throw Problem.invalid("typed", "project.type_key", gone.key());
    }
    projects.delete(gone.key(), null);
    toasts.done(words.say("project.deleted", gone.name()));
    shell.go("/projects");
  }

  public @Nullable String getName() {
    return name == null ? getView().name() : name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public @Nullable String getDescription() {
    return description == null ? getView().description() : description;
  }

  public void setDescription(@Nullable String description) {
    this.description = description;
  }

  public Visibility getVisibility() {
    return visibility == null ? getView().visibility() : visibility;
  }

  public void setVisibility(Visibility visibility) {
    this.visibility = visibility;
  }

  public @Nullable String getTyped() {
    return typed;
  }

  public void setTyped(@Nullable String typed) {
    this.typed = typed;
  }
}
