package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.project.Projects;
import tracker.shared.PageAsk;
import tracker.work.MyWork;
import tracker.work.MyWorkView;

/** My work: what waits for the reader, by when it is due. */
@Named("myWork")
@RequestScoped
public class MyWorkPage {
  @Inject private MyWork work;
  @Inject private Projects projects;

  private @Nullable MyWorkView view;
  private @Nullable Boolean anyProject;

  /** One part of the page; a folded one opens on a click. */
  public record Section(String name, MyWorkView.Part part, boolean folded) {
    /** How many of it are not shown here. */
    public long rest() {
      return part.total() - part.tasks().size();
    }
  }

  public MyWorkView getView() {
    if (view == null) {
      view = work.view();
    }
    return view;
  }

  /** The parts that are read first, without the empty ones. */
  public List<Section> getOpen() {
    MyWorkView all = getView();
    return shown(
        new Section("overdue", all.overdue(), false),
        new Section("today", all.today(), false),
        new Section("week", all.week(), false));
  }

  /** The parts that can wait. They stand open where nothing else does. */
  public List<Section> getFolded() {
    boolean folded = !getOpen().isEmpty();
    MyWorkView all = getView();
    return shown(
        new Section("later", all.later(), folded), new Section("undated", all.undated(), folded));
  }

  private static List<Section> shown(Section... sections) {
    return Stream.of(sections).filter(section -> section.part().total() > 0).toList();
  }

  public boolean isEmpty() {
    return getView().total() == 0;
  }

  /** Whether the reader sees any project at all. */
  public boolean isAnyProject() {
    if (anyProject == null) {
      anyProject = projects.list(PageAsk.first(1)).total() > 0;
    }
    return anyProject;
  }
}
