package tracker.exchange;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.job.Jobs;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Clock;
import tracker.shared.Problem;
import tracker.shared.Texts;

/**
 * The door to files that come in. A file goes to one project, whose tasks the caller may change;
 * rows that are not right are left out and told, the others become tasks under one operation: in
 * one transaction, or, where the file is long, by a job.
 */
@Stateless
public class Imports {
  /** How large a file may be, in bytes. */
  public static final int LARGEST = 100 << 20;

  /** So many rows, and so many letters, are brought in at once; a job brings more. */
  static final int AT_ONCE = 5_000;

  private static final int LETTERS = 10_000_000;

  /** So many rows of a long file are in memory. */
  private static final int PART = 1_000;

  @EJB private Projects projects;
  @Inject private Intake intake;
  @Inject private Origins origins;
  @Inject private LongRows longRows;
  @Inject private LongLines lines;
  @Inject private Jobs jobs;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** Refuses who may not, or who names no project, before a file is read. */
  @Allowed(Right.PROJECT_WORK)
  public void offer(ImportAsk ask) {
    project(ask);
  }

  /** Brings a file in; 422 for the field {@code file} where it is none. */
  @Allowed(Right.PROJECT_WORK)
  public ImportAnswer tasks(ImportAsk ask, Path file) {
    return take(ask, file, false);
  }

  /** What {@link #tasks} would say of this file; nothing is changed. */
  // by the very same way, and then taken back: in a transaction of its own, so that nothing else
  // is; of a long file only the job is kept
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @Allowed(Right.PROJECT_WORK)
  public ImportAnswer preview(ImportAsk ask, Path file) {
    ImportAnswer answer = take(ask, file, true);
    if (answer.job() == null) {
      context.setRollbackOnly();
    }
    caller.forgetOperation();
    return answer;
  }

  /** What the columns of a file are read as, also where none of them gives the title yet. */
  @Allowed(Right.PROJECT_WORK)
  public List<ImportResult.Column> columns(ImportAsk ask, Path file) {
    try (Sheet sheet = sheet(ask, file)) {
      return reading(project(ask), ask, sheet).columns();
    }
  }

  /** What a column can be read as, by public words. */
  @Allowed(Right.SIGNED_IN)
  public List<String> fields() {
    return Arrays.stream(Field.values())
        .filter(one -> one != Field.NONE && one != Field.ID && one != Field.STATUS_CATEGORY)
        .map(Field::word)
        .toList();
  }

  private static Sheet sheet(ImportAsk ask, Path file) {
    try {
      return new Sheet(Letters.of(file, ask.charset()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportAnswer take(ImportAsk ask, Path file, boolean dryRun) {
    ProjectFound project = project(ask);
    try (Sheet sheet = sheet(ask, file)) {
      Reading reading = reading(project, ask, sheet).proved();
      origins.keepReadings(project.id(), dryRun ? Map.of() : said(ask.columns()));
      List<Sheet.Line> first = sheet.next(AT_ONCE, LETTERS);
      if (!sheet.isOver()) {
        return new ImportAnswer(null, later(project, reading, first, sheet, dryRun));
      }
      List<Row> rows = Row.all(first, reading);
      DueDates dates = DueDates.of(caller.zone(), reading.column(first, Field.DUE_AT));
      Intake.Outcome outcome = intake.take(project, rows, reading, dates, tasks -> Map.of());
      UUID operation = dryRun ? null : caller.operation();
      return new ImportAnswer(
          ImportResult.of(outcome, reading, operation, Texts.in(caller.locale())), null);
    }
  }

  private LongImport later(
      ProjectFound project, Reading reading, List<Sheet.Line> first, Sheet sheet, boolean dryRun) {
    UUID id =
        longRows.add(
            caller.id(),
            caller.locale(),
            caller.operation(),
            project.id(),
            reading,
            dryRun,
            clock.now());
    boolean monthFirst = false;
    for (List<Sheet.Line> some = first; !some.isEmpty(); some = sheet.next(PART, LETTERS)) {
      lines.add(id, some, reading);
      List<String> dates = reading.column(some, Field.DUE_AT);
      monthFirst |= DueDates.of(caller.zone(), dates).monthFirst();
    }
    lines.compare(id);
    longRows.begin(id, monthFirst);
    jobs.add(ImportJob.KIND, id.toString());
    return longRows.one(id).orElseThrow().view();
  }

  private Reading reading(ProjectFound project, ImportAsk ask, Sheet sheet) {
    return Reading.of(sheet.head(), origins.readings(project.id()), said(ask.columns()));
  }

  private ProjectFound project(ImportAsk ask) {
    String name = ask.project();
    if (name == null || name.isBlank()) {
      throw Problem.invalid("project", "invalid.required");
    }
    return projects.reached(name, Reach.WORK);
  }

  private static Map<String, Field> said(List<String> columns) {
    Map<String, Field> said = new LinkedHashMap<>();
    for (String one : columns) {
      int colon = one.lastIndexOf(':');
      String word = one.substring(colon + 1).strip();
      Field field =
          Field.of(word)
              .orElseThrow(() -> Problem.invalid(Reading.ASKED, "invalid.csv_field", word));
      if (colon < 1) {
        throw Problem.invalid(Reading.ASKED, "invalid.csv_field", one);
      }
      said.put(one.substring(0, colon).strip(), field);
    }
    return said;
  }
}
