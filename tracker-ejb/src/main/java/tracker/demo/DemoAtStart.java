package tracker.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.project.Projects;
import tracker.shared.PageAsk;
import tracker.shared.Settings;
import tracker.shared.Sql;

/**
 * Loads the demo at the start where DEMO_DATA asks for it and nobody has begun to work, on behalf
 * of the first administrator.
 */
@Singleton
@Startup
@DependsOn("FirstAdmin")
public class DemoAtStart {
  @EJB private Demo demo;
  @EJB private Accounts accounts;
  @EJB private Projects projects;
  @Inject private Caller caller;
  @Inject private Sql sql;

  @PostConstruct
  void load() {
    if (!Settings.ofProcess().flag("DEMO_DATA", false)) {
      return;
    }
    Optional<Caller.SignedIn> first = accounts.firstAdministrator();
    if (first.isPresent()) {
      caller.signIn(first.get());
      sql.alone("demo"); // of two nodes that start at once
      if (projects.list(PageAsk.first(1)).total() == 0) {
        demo.load();
      }
    }
  }
}
