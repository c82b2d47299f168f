package tracker.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tracker.job.JobStatus;
import tracker.shared.Ids;
import tracker.shared.Json;
import tracker.shared.Sql;

/** The rows of long imports: what is brought, how far it is, what came of it. */
@Dependent
class LongRows {
  /** So many rows of a kind are told. */
  private static final int TOLD = 1000;

  private final Sql sql;

  @Inject
  LongRows(Sql sql) {
    this.sql = sql;
  }

  /** One with what only its job needs. */
  record Kept(
      LongImport view,
      UUID account,
      Locale locale,
      UUID operation,
      UUID project,
      Reading reading,
      boolean monthFirst) {}

  UUID add(
      UUID account,
      Locale locale,
      UUID operation,
      UUID project,
      Reading reading,
      boolean dryRun,
      Instant now) {
    UUID id = Ids.next();
    sql.change(
        "insert into exchange.intake (id, account_id, locale, operation_id, project_id, head,"
            + " fields, dry_run, status, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        account,
        locale.toLanguageTag(),
        operation,
        project,
        reading.head(),
        reading.fields().stream().map(Field::word).toList(),
        dryRun,
        JobStatus.QUEUED,
        now);
    return id;
  }

  /** All its lines are there. */
  void begin(UUID id, boolean monthFirst) {
    sql.change(
        "update exchange.intake set month_first = ?, total = (select count(*) from exchange.line"
            + " where intake_id = ?) where id = ?",
        monthFirst,
        id,
        id);
  }

  Optional<Kept> one(UUID id) {
    return sql.first("select * from exchange.intake where id = ?", this::kept, id);
  }

  /** The same; whoever else wants it for writing waits until the transaction ends. */
  Optional<Kept> locked(UUID id) {
    return sql.first("select * from exchange.intake where id = ? for update", this::kept, id);
  }

  /** One with the rows of which something is to be said. */
  LongImport told(LongImport bare) {
    return new LongImport(
        bare.id(),
        bare.status(),
        bare.done(),
        bare.total(),
        bare.created(),
        bare.updated(),
        bare.unchanged(),
        told(bare.id(), false),
        bare.rejectedTotal(),
        told(bare.id(), true),
        bare.incompleteTotal(),
        bare.operationId(),
        bare.dryRun(),
        bare.columns(),
        bare.createdAt(),
        bare.endedAt());
  }

  private List<ImportResult.Told> told(UUID id, boolean came) {
    return sql.list(
        "select row, told from exchange.line where intake_id = ? and came = ? and told is not null"
            + " order by row limit ?",
        row ->
            new ImportResult.Told(
                row.getInt("row"), read(row.getString("told"), new TypeReference<>() {})),
        id,
        came,
        TOLD);
  }

  void did(UUID id, Intake.Outcome outcome) {
    sql.change(
        "update exchange.intake set status = ?, done = done + ?, created = created + ?,"
            + " updated = updated + ?, unchanged = unchanged + ?, rejected = rejected + ?,"
            + " incomplete = incomplete + ? where id = ?",
        JobStatus.RUNNING,
        outcome.drafts().size(),
        outcome.created(),
        outcome.updated(),
        outcome.unchanged(),
        outcome.drafts().stream().filter(one -> !one.wrong.isEmpty()).count(),
        outcome.drafts().stream().filter(one -> !one.without().isEmpty()).count(),
        id);
  }

  /** Rows that lie below one another in a circle are left out. */
  void leftOut(UUID id, int many) {
    sql.change(
        "update exchange.intake set done = done + ?, rejected = rejected + ? where id = ?",
        many,
        many,
        id);
  }

  void end(UUID id, JobStatus status, Instant now) {
    sql.change("update exchange.intake set status = ?, ended_at = ? where id = ?", status, now, id);
    sql.change("delete from exchange.line where intake_id = ? and told is null", id);
    sql.change("delete from exchange.line_name where intake_id = ?", id);
  }

  /** Forgets what ended before this. */
  void forget(Instant before) {
    sql.change("delete from exchange.intake where ended_at < ?", before);
  }

  private Kept kept(ResultSet row) throws SQLException {
    List<Field> fields =
        Sql.texts(row, "fields").stream().map(one -> Field.of(one).orElse(Field.NONE)).toList();
    Reading reading = Reading.of(Sql.texts(row, "head"), fields);
    boolean trial = row.getBoolean("dry_run");
    UUID operation = row.getObject("operation_id", UUID.class);
    LongImport view =
        new LongImport(
            row.getObject("id", UUID.class),
            JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            row.getInt("done"),
            row.getInt("total"),
            row.getInt("created"),
            row.getInt("updated"),
            row.getInt("unchanged"),
            List.of(),
            row.getInt("rejected"),
            List.of(),
            row.getInt("incomplete"),
            trial ? null : operation,
            trial,
            reading.columns(),
            Sql.time(row, "created_at"),
            Sql.instant(row, "ended_at"));
    return new Kept(
        view,
        row.getObject("account_id", UUID.class),
        Locale.forLanguageTag(row.getString("locale")),
        operation,
        row.getObject("project_id", UUID.class),
        reading,
        row.getBoolean("month_first"));
  }

  private static Map<String, String> read(String json, TypeReference<Map<String, String>> type) {
    try {
      return Json.shared().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was told of a row cannot be read", e);
    }
  }
}
