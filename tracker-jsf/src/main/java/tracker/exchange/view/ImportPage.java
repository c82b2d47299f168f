package tracker.exchange.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.exchange.Imports;
import tracker.identity.Caller;
import tracker.project.MemberRole;
import tracker.project.ProjectChoice;
import tracker.project.ProjectView;
import tracker.project.Projects;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;

/** Where a file is brought in: to which project, and what its columns may mean. */
@Named("importPage")
@RequestScoped
public class ImportPage {
  @Inject private Projects projects;
  @Inject private Imports imports;
  @Inject private Caller caller;
  @Inject private Asked asked;

  private @Nullable ProjectView project;
  private @Nullable List<ProjectChoice> all;
  private @Nullable List<String> fields;

  /** Whether the address names a project. */
  public boolean isChosen() {
    return asked.textOrNull("project") != null;
  }

  /** The project of the address; unknown ones are 404. */
  public ProjectView getProject() {
    if (project == null) {
      project = projects.one(asked.text("project"));
    }
    return project;
  }

  /** Whether the reader may bring files in. */
  public boolean isWritable() {
    return mayWork(getProject().role());
  }

  private boolean mayWork(@Nullable MemberRole role) {
    return caller.isAdmin() || role == MemberRole.MEMBER || role == MemberRole.MANAGER;
  }

  /** The projects to choose from. */
  public List<ProjectChoice> getProjects() {
    if (all == null) {
      all =
          projects.ownFirst("", PageAsk.MAX_LIMIT).stream()
              .filter(one -> mayWork(one.role()))
              .toList();
    }
    return all;
  }

  /** What a column can mean, by public words. */
  public List<String> getFields() {
    if (fields == null) {
      fields = imports.fields();
    }
    return fields;
  }
}
