package tracker.booking;

import tracker.shared.Problem;

/** The refusals of bookings. */
public enum BookingProblem implements Problem.Code {
  BOOKING_NOT_FOUND(404),
  BOOKING_OVERLAP(409),
  ROOM_OUT_OF_SERVICE(409),
  /** Guests do not change or cancel it any more, the hotel may. */
  BOOKING_TOO_LATE(409),
  /** Its status does not allow this. */
  BOOKING_STATUS(409);

  private final int status;

  BookingProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
