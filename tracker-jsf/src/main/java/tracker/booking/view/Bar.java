package tracker.booking.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.booking.ChartView;

/**
 * A stay as the chart draws it.
 *
 * @param id null where the reader does not see whose it is
 * @param at in half days from the left, for who comes at noon leaves room for who goes at noon
 * @param width in half days
 * @param kind how it is drawn: {@code requested}, {@code confirmed}, {@code checked_in}, {@code
 *     checked_out}, {@code taken}
 * @param label what stands on it
 * @param told all of it in words
 * @param movable whether the reader may take it elsewhere
 */
public record Bar(
    @Nullable UUID id,
    ChartView.Taken of,
    int at,
    int width,
    String kind,
    String label,
    String told,
    boolean movable) {}
