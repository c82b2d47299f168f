package tracker.notify;

/**
 * What a receiver answered.
 *
 * @param text its beginning
 */
record Answer(int status, String text) {}
