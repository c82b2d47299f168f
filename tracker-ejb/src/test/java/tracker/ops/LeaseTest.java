package tracker.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LeaseTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void leased_units_are_used_one_by_one_and_lost_when_they_are_old() {
    Lease lease = new Lease(0);
    assertFalse(lease.use(0));
    lease.add(2, 100, 5 * SECOND, 60 * SECOND);
    assertTrue(lease.use(SECOND));
    assertEquals(101, lease.verdict(true, 200, SECOND).remaining());
    assertFalse(lease.use(5 * SECOND));
  }

  @Test
  void a_refusal_holds_until_its_time() {
    Lease lease = new Lease(0);
    lease.refuse(10 * SECOND);
    assertTrue(lease.refuses(9 * SECOND));
    assertEquals(1, lease.verdict(false, 60, 9 * SECOND).resetSeconds());
    assertFalse(lease.refuses(10 * SECOND));
  }

  @Test
  void who_looked_at_the_clock_before_it_was_made_is_not_refused() {
    assertFalse(new Lease(105).refuses(100));
  }

  @Test
  void small_limits_are_exact_and_large_ones_are_leased() {
    assertEquals(1, new Bucket("tasks:x", 60).chunk());
    assertEquals(60, new Bucket("tasks:x", 60).span());
    assertEquals(6, new Bucket("address:x", 1200).chunk());
    assertEquals(65, new Bucket("address:x", 1200).span());
  }
}
