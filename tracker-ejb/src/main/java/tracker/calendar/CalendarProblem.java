package tracker.calendar;

import tracker.shared.Problem;

/** The refusals of calendars. */
public enum CalendarProblem implements Problem.Code {
  CALENDAR_NOT_FOUND(404),
  TOO_MANY_CALENDARS(409);

  private final int status;

  CalendarProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
