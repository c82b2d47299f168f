package tracker.ops;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What a process knows of a bucket. */
class LeaseTest {
  @Test
  void who_looked_at_the_clock_before_it_was_made_is_not_refused() {
    assertFalse(new Lease(105).refuses(100));
  }

  @Test
  void it_refuses_only_until_its_time() {
    Lease lease = new Lease(100);
    lease.refuse(200);
    assertTrue(lease.refuses(199));
    assertFalse(lease.refuses(200));
  }
}
