package tracker.booking;

import tracker.hotel.HotelView;

/** Guests left a room, in the transaction that it is fired in. */
public record CheckedOut(BookingView booking, HotelView hotel) {}
