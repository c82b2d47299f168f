package tracker.feed;

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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.shared.Settings;

/** Lets all followers walk as soon as something happened, unless the node's ROLE is {@code web}. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Followers {
  private static final Logger LOG = Logger.getLogger(Followers.class.getName());

  /** What is not heard is looked for. */
  private static final long PAUSE = 10_000;

  @Resource private ManagedThreadFactory threads;
  @Inject private Instance<RequestContextController> requests;
  @Inject @Any private Instance<Follower> followers;
  @Inject private Steps steps;

  @PostConstruct
  void start() {
    if (!Settings.ofProcess().text("ROLE", "all").equals("web")) {
      for (Follower one : followers) {
        threads.newThread(() -> run(one)).start();
      }
    }
  }

  @PreDestroy
  void stop() {
    steps.end();
  }

  private void run(Follower follower) {
    long heard = 0;
    while (steps.isOpen()) {
      heard = steps.await(heard, PAUSE);
      try {
        follower.walkers().forEach(one -> walk(follower, one));
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Who follows the feed waits, for it cannot be read: {0}", e + "");
      }
    }
  }

  private void walk(Follower follower, UUID one) {
    try {
      boolean more = true;
      while (more && steps.isOpen()) {
        more = inARequest(follower, one);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, one + " is not told what happened; it is tried again", e);
    }
  }

  /** Beans of a request work here too; each step is a request of whom it is for. */
  private boolean inARequest(Follower follower, UUID one) {
    RequestContextController request = requests.get();
    boolean opened = request.activate();
    try {
      return follower.step(one);
    } finally {
      if (opened) {
        request.deactivate();
      }
      requests.destroy(request);
    }
  }
}
