package tracker.webhook;

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
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import tracker.shared.Settings;

/** Tells webhooks on this node what happens as soon as it has, unless its ROLE is {@code web}. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Walker {
  private static final Logger LOG = Logger.getLogger(Walker.class.getName());

  /** What is not heard is looked for. */
  private static final long PAUSE = 10_000;

  @Resource private ManagedThreadFactory threads;
  @Inject private Instance<RequestContextController> requests;
  @Inject private Walks walks;
  @Inject private Steps steps;

  @PostConstruct
  void start() {
    if (!Settings.ofProcess().text("ROLE", "all").equals("web")) {
      threads.newThread(this::run).start();
    }
  }

  @PreDestroy
  void stop() {
    steps.end();
  }

  private void run() {
    while (steps.awaits(PAUSE)) {
      try {
        walks.active().forEach(this::walk);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Webhooks wait, for they cannot be read: {0}", e.toString());
      }
    }
  }

  private void walk(UUID id) {
    try {
      boolean more = true;
      while (more) {
        more = inARequest(id);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Webhook " + id + " is not told what happened; it is tried again", e);
    }
  }

  /** Beans of a request work here too; each step is a request of its owner. */
  private boolean inARequest(UUID id) {
    RequestContextController request = requests.get();
    boolean opened = request.activate();
    try {
      return walks.step(id);
    } finally {
      if (opened) {
        request.deactivate();
      }
      requests.destroy(request);
    }
  }
}
