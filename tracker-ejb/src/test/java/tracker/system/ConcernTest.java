package tracker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.backup.BackupState;
import tracker.shared.Build;

class ConcernTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATELY = NOW.minus(Duration.ofHours(3));
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(3));
  private static final BackupState GOOD = backup(true, LATELY, LATELY, null);

  private List<Check> checks = List.of(new Check("database", true, Map.of()));
  private @Nullable Pool pool = new Pool(3, 5, 0);
  private List<Present> nodes = List.of(node("web"), node("worker"));
  private List<Disk> disks = List.of(new Disk("data", "/data", 50L << 30, 100L << 30, true));
  private BackupState backup = GOOD;
  private Instant started = LONG_AGO;

  private static BackupState backup(
      boolean expected,
      @Nullable Instant made,
      @Nullable Instant proven,
      @Nullable String failure) {
    return new BackupState(expected, Duration.ofHours(24), made, made, proven, failure);
  }

  private static Present node(String role) {
    return new Present(new Node(role, "1.4.0", "app1"), null, LATELY);
  }

  private List<Concern> concerns() {
    DatabaseState database = new DatabaseState("16.1", 1, 1, "1 one", LATELY, 3, 100);
    return new InstallationView(
            NOW, new Build("1.4.0", null), started, database, pool, nodes, disks, checks, backup)
        .concerns();
  }

  @Test
  void where_all_is_well_nothing_calls_for_anybody() {
    assertEquals(List.of(), concerns());
  }

  @ParameterizedTest
  @CsvSource({
    "database, DATABASE",
    "journal, JOURNAL",
    "disk, DISK",
    "jobs, JOBS",
    "notify, NOTIFY",
    "RecordSound, OTHER"
  })
  void a_check_that_is_down_calls_by_its_name(String check, Concern concern) {
    checks = List.of(new Check(check, false, Map.of()));
    assertEquals(List.of(concern), concerns());
  }

  @Test
  void a_disk_is_low_where_little_of_it_and_little_at_all_is_left() {
    disks = List.of(new Disk("uploads", "/files", 500L << 20, 100L << 30, true));
    assertEquals(List.of(Concern.DISK), concerns());
    disks = List.of(new Disk("uploads", "/files", 5L << 30, 1000L << 30, true));
    assertEquals(List.of(), concerns(), "five gigabytes are not little");
    disks = List.of(new Disk("uploads", "/files", 500L << 20, 1L << 30, true));
    assertEquals(List.of(), concerns(), "half of a small disk is not little");
  }

  @Test
  void calls_that_wait_for_the_database_are_told() {
    pool = new Pool(48, 0, 2);
    assertEquals(List.of(Concern.WAITING), concerns());
    pool = null;
    assertEquals(List.of(), concerns(), "another server does not tell");
  }

  @Test
  void somebody_has_to_work() {
    nodes = List.of(node("web"), node("web"));
    assertEquals(List.of(Concern.NO_WORKER), concerns());
    nodes = List.of(node("web"), node("all"));
    assertEquals(List.of(), concerns());
    nodes = List.of();
    assertEquals(List.of(), concerns(), "none is known for a moment");
  }

  @Test
  void backups_have_to_be_made_young_and_proven() {
    backup = backup(false, null, null, null);
    assertEquals(List.of(Concern.BACKUP_NONE), concerns());
    backup = backup(true, LONG_AGO, LATELY, null);
    assertEquals(List.of(Concern.BACKUP_OLD), concerns());
    backup = backup(true, LATELY, LONG_AGO, null);
    assertEquals(List.of(Concern.BACKUP_UNPROVEN), concerns());
    backup = backup(true, LATELY, LATELY, "No room");
    assertEquals(List.of(Concern.BACKUP_FAILED), concerns());
    backup = backup(true, null, null, null);
    assertEquals(List.of(Concern.BACKUP_OLD, Concern.BACKUP_UNPROVEN), concerns());
    started = LATELY;
    assertEquals(List.of(), concerns(), "the first one is still to come");
  }

  @Test
  void where_backups_are_made_each_week_they_may_be_a_week_old() {
    backup = new BackupState(true, Duration.ofDays(7), LONG_AGO, LONG_AGO, LONG_AGO, null);
    assertEquals(List.of(), concerns());
  }

  @Test
  void the_worst_comes_first() {
    checks = List.of(new Check("jobs", false, Map.of()), new Check("database", false, Map.of()));
    backup = backup(false, null, null, null);
    assertEquals(List.of(Concern.DATABASE, Concern.BACKUP_NONE, Concern.JOBS), concerns());
  }
}
