package tracker.work.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
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

  private MyWorkView view;

  @PostConstruct
  void load() {
    view = work.view();
    people.meet(
        getSections().stream()
            .flatMap(section -> section.part().tasks().stream())
            .map(TaskView::assigneeId)
            .toList());
  }

  public MyWorkView getView() {
    return view;
  }

  /** The parts that are not empty, the most urgent first. */
  public List<Section> getSections() {
    return Stream.of(
            new Section("overdue", view.overdue()),
            new Section("today", view.today()),
            new Section("week", view.week()),
            new Section("later", view.later()),
            new Section("undated", view.undated()))
        .filter(section -> section.part().total() > 0)
        .toList();
  }
}
