package tracker.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandsTest {
  private final AtomicBoolean stopping = new AtomicBoolean();

  /** As the server does: a thread made while it stops ends before it does anything. */
  private final ThreadFactory server =
      work -> new Thread(stopping.get() ? () -> {} : work, "of a server");

  @Test
  void what_is_given_while_the_server_stops_is_carried_out_by_as_many_as_ever() throws Exception {
    ThreadPoolExecutor hands = Hands.of(4, server);
    stopping.set(true);
    CyclicBarrier all = new CyclicBarrier(4);
    Set<Thread> who = ConcurrentHashMap.newKeySet();
    for (Future<?> one :
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    hands.submit(
                        () -> {
                          who.add(Thread.currentThread());
                          return all.await(10, TimeUnit.SECONDS);
                        }))
            .toList()) {
      one.get(10, TimeUnit.SECONDS);
    }
    assertEquals(4, who.size());
    hands.shutdown();
  }

  @Test
  void what_is_for_later_is_done_at_its_time_while_the_server_stops() throws Exception {
    ScheduledExecutorService hands = Hands.scheduled(1, server);
    stopping.set(true);
    assertEquals(
        "done", hands.schedule(() -> "done", 1, TimeUnit.MILLISECONDS).get(10, TimeUnit.SECONDS));
    hands.shutdown();
  }
}
