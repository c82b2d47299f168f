package tracker.hotel;

import tracker.shared.Problem;

/** The refusals of hotels and what belongs to them. */
public enum HotelProblem implements Problem.Code {
  COUNTRY_NOT_FOUND(404),
  COUNTRY_TAKEN(409),
  COUNTRY_IN_USE(409),
  CITY_NOT_FOUND(404),
  CITY_TAKEN(409),
  CITY_IN_USE(409),
  AMENITY_NOT_FOUND(404),
  AMENITY_TAKEN(409),
  AMENITY_IN_USE(409),
  HOTEL_NOT_FOUND(404),
  HOTEL_IN_USE(409),
  ROOM_NOT_FOUND(404),
  ROOM_TAKEN(409),
  ROOM_IN_USE(409);

  private final int status;

  HotelProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
