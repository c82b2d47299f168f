package tracker.exchange;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/**
 * The door to files that come in. A file goes to one project, whose tasks the caller may change;
 * rows that are not right are left out and told, the others become tasks in one transaction and one
 * operation.
 */
@Stateless
public class Imports {
  /** How large a file may be, in bytes. */
  public static final int LARGEST = 10 << 20;

  @Inject private Projects projects;
  @Inject private Intake intake;
  @Inject private Origins origins;
  @Inject private Caller caller;
  @Resource private SessionContext context;

  /** Refuses who may not, or who names no project, before a file is read. */
  @Allowed(Right.PROJECT_WORK)
  public void offer(ImportAsk ask) {
    project(ask);
  }

  /** Brings a file in; 422 for the field {@code file} where it is none. */
  @Allowed(Right.PROJECT_WORK)
  public ImportResult tasks(ImportAsk ask, byte[] file) {
    return take(ask, file, false);
  }

  /** What {@link #tasks} would say of this file; nothing is changed. */
  // by the very same way, and then taken back: in a transaction of its own, so that nothing else is
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @Allowed(Right.PROJECT_WORK)
  public ImportResult preview(ImportAsk ask, byte[] file) {
    ImportResult result = take(ask, file, true);
    context.setRollbackOnly();
    caller.forgetOperation();
    return result;
  }

  /** What the columns of a file are read as, also where none of them gives the title yet. */
  @Allowed(Right.PROJECT_WORK)
  public List<ImportResult.Column> columns(ImportAsk ask, byte[] file) {
    Sheet sheet = Sheet.read(Letters.of(file, ask.charset()));
    return reading(project(ask), ask, sheet).columns();
  }

  /** What a column can be read as, by public words. */
  @Allowed(Right.SIGNED_IN)
  public List<String> fields() {
    return Arrays.stream(Field.values())
        .filter(one -> one != Field.NONE && one != Field.ID && one != Field.STATUS_CATEGORY)
        .map(Field::word)
        .toList();
  }

  private ImportResult take(ImportAsk ask, byte[] file, boolean dryRun) {
    ProjectFound project = project(ask);
    if (file.length > LARGEST) {
      throw Problem.of(CommonProblem.BODY_TOO_LARGE);
    }
    Sheet sheet = Sheet.read(Letters.of(file, ask.charset()));
    Reading reading = reading(project, ask, sheet).proved();
    origins.keepReadings(project.id(), said(ask.columns()));
    return intake.take(project, sheet, reading, dryRun);
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
