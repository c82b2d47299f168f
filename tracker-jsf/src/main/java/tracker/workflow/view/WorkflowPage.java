package tracker.workflow.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;
import tracker.workflow.Category;
import tracker.workflow.NewWorkflow;
import tracker.workflow.Transition;
import tracker.workflow.WorkflowView;
import tracker.workflow.Workflows;

/** The rules of the project in the address: shown as a picture and in words, changed as a whole. */
@Named("workflowPage")
@RequestScoped
public class WorkflowPage {
  @Inject private Workflows workflows;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable WorkflowView view;

  public WorkflowView getView() {
    if (view == null) {
      view = workflows.of(asked.key());
    }
    return view;
  }

  public Graph getGraph() {
    return Graph.of(getView().rules());
  }

  /** Whether only some ways may be taken. */
  public boolean isNarrow() {
    return !getView().transitions().isEmpty();
  }

  /** The ways in words, as a reader hears them. */
  public List<String> getWays() {
    return getView().transitions().stream().map(this::said).toList();
  }

  private String said(Transition way) {
    String from = way.from().equals(Transition.ANY) ? words.get("workflow.any") : name(way.from());
    StringBuilder said = new StringBuilder(words.say("workflow.way", from, name(way.to())));
    if (way.needed() == Reach.MANAGE) {
      said.append(", ").append(words.get("workflow.managers"));
    }
    List<String> required = Objects.requireNonNull(way.required());
    if (!required.isEmpty()) {
      String fields =
          required.stream()
              .map(field -> words.get("workflow.field." + field))
              .collect(Collectors.joining(", "));
      said.append(", ").append(words.say("workflow.with", fields));
    }
    return said.toString();
  }

  /** What a status is called: a plain one in the reader's words. */
  public String name(String name) {
    return Category.of(name).map(one -> words.get("status." + one.word())).orElse(name);
  }

  /** The rules as the script takes them. */
  public String getJson() {
    return Json.write(getView());
  }

  public Category[] getCategories() {
    return Category.values();
  }

  /** What a way can ask for. */
  public List<String> getFields() {
    return Transition.FIELDS.stream().sorted().toList();
  }

  /** Saves all rules; refusals go back to their places in the form, so that nothing is lost. */
  public void save() {
    try {
      NewWorkflow wanted = Json.shared().readValue(asked.text("rules"), NewWorkflow.class);
      workflows.put(asked.key(), wanted, asked.number("version"));
    } catch (JsonProcessingException e) {
      throw Problem.of(CommonProblem.BAD_REQUEST);
    } catch (Problem problem) {
      tell(problem);
      return;
    }
    toasts.done(words.get("toast.saved"));
    shell.again();
  }

  private void tell(Problem problem) {
    Map<String, String> fields = new TreeMap<>();
    problem.fields().forEach((field, text) -> fields.put(field, words.say(text)));
    PrimeFaces.current().ajax().addCallbackParam("wrong", words.say(problem.text()));
    PrimeFaces.current().ajax().addCallbackParam("fields", Json.write(fields));
  }
}
