package tracker.work.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.shared.view.People;
import tracker.work.MyWork;
import tracker.work.MyWorkView;
import tracker.work.TaskView;

/** My work: what is mine, by when it is due. */
@Named("myWork")
@RequestScoped
public class MyWorkPage {
  /** One part with the word that names it. */
  public record Section(String name, MyWorkView.Part part) {}

  @Inject private MyWork work;
  @Inject private People people;

  private @Nullable MyWorkView view;

  /** Read once for a request. */
  public MyWorkView getView() {
    if (view == null) {
      view = work.view();
    }
    return view;
  }

  /** The parts that are not empty, the most urgent first. */
  public List<Section> getSections() {
    MyWorkView all = getView();
    List<Section> sections =
        Stream.of(
                new Section("overdue", all.overdue()),
                new Section("today", all.today()),
                new Section("week", all.week()),
                new Section("later", all.later()),
                new Section("undated", all.undated()))
            .filter(section -> section.part().total() > 0)
            .toList();
    people.meet(
        sections.stream()
            .flatMap(section -> section.part().tasks().stream())
            .map(TaskView::assigneeId)
            .toList());
    return sections;
  }
}
