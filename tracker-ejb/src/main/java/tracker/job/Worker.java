package tracker.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Settings;

/** Does jobs on this node, unless its ROLE is {@code web}. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Worker {
  @Resource(lookup = "java:app/jdbc/gerask")
  private DataSource source;

  @Resource private ManagedThreadFactory threads;
  @Inject @Any private Instance<Job> kinds;
  @Inject private Instance<RequestContextController> requests;
  @Inject private Jobs jobs;
  @Inject private Clock clock;
  @Inject private Dead dead;
  @Inject private Notes notes;
  @Inject private Event<JobTried> tried;

  private @Nullable Scheduler scheduler;

  @PostConstruct
  void start() {
    if (Settings.ofProcess().text("ROLE", "all").equals("web")) {
      return;
    }
    Bench bench = new Bench(source, threads, clock, dead, notes);
    Scheduler ours =
        bench.scheduler(
            kinds.stream().toList(),
            this::run,
            (job, about) -> inARequest(() -> job.gaveUp(about)));
    ours.start();
    jobs.whenAdded(ours::triggerCheckForDueExecutions);
    scheduler = ours;
  }

  @PreDestroy
  void stop() {
    Scheduler ours = scheduler;
    if (ours != null) {
      ours.stop();
    }
  }

  private void run(Job job, String about) {
    inARequest(
        () -> {
          boolean success = false;
          try {
            job.run(about);
            success = true;
          } finally {
            tried.fire(new JobTried(job.kind(), success));
          }
        });
  }

  /** Beans of a request work in jobs too; nobody is signed in there. */
  private void inARequest(Runnable work) {
    RequestContextController request = requests.get();
    boolean opened = request.activate();
    try {
      work.run();
    } finally {
      if (opened) {
        request.deactivate();
      }
      requests.destroy(request);
    }
  }
}
