package tracker.notify;

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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.Settings;

/** Sends messages on this node, unless its ROLE is {@code web}. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Dispatcher {
  @Resource private ManagedThreadFactory threads;
  @Inject private Outbox outbox;
  @Inject private Clock clock;
  @Inject private Event<MessageTried> tried;
  private @Nullable Delivery delivery;

  @PostConstruct
  void start() {
    NotifySettings settings = NotifySettings.read(Settings.ofProcess());
    if (!settings.works()) {
      return;
    }
    Delivery ours = new Delivery(outbox, settings, clock, threads, tried::fire);
    outbox.whenQueued(ours::look);
    ours.start();
    delivery = ours;
  }

  @PreDestroy
  void stop() {
    Delivery ours = delivery;
    if (ours != null) {
      ours.close();
    }
  }
}
