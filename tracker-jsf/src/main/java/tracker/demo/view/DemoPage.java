package tracker.demo.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tracker.demo.Demo;
import tracker.project.ProjectView;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** Loads the demo from an empty page. */
@Named("demo")
@RequestScoped
public class DemoPage {
  @Inject private Demo demo;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  /** Loads the demo project and opens its board. */
  public void load() {
    ProjectView project = demo.load();
    shell.remember(project.key());
    toasts.say(words.say("demo.loaded", project.name()));
    toasts.andGo("/board/" + project.key());
  }
}
