package tracker.hotel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Given;
import tracker.journal.LivingRows;
import tracker.journal.Register;
import tracker.shared.Json;
import tracker.shared.Problem;

/** The register of rooms. */
@Dependent
class RoomRegister extends Register {
  static final String ENTITY = "room";
  static final String OBJECT =
      "to_jsonb(t) - 'deleted_at' || jsonb_build_object('hotel_name', h.name)";
  static final String FROM = "hotel.room t join hotel.hotel h on h.id = t.hotel_id";
  private static final String TABLE = "hotel.room";

  @Inject private LivingRows rows;
  @Inject private AmenityRegister amenities;
  @Inject private HotelRegister hotels;
  @Inject private Event<RoomLeaves> leaves;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return ENTITY;
  }

  @Override
  protected String table() {
    return TABLE;
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "hotel_id",
        "number",
        "capacity",
        "price_amount",
        "price_currency",
        "amenity_ids",
        "prices");
  }

  @Override
  protected void check(@Nullable ObjectNode before, ObjectNode after) {
    for (String list : List.of("amenity_ids", "prices")) {
      if (after.path(list).isNull() || after.path(list).isMissingNode()) {
        after.putArray(list);
      }
    }
    Given.required(after, "hotel_id", "number", "capacity", "price_amount", "price_currency");
    after.put("price_currency", after.path("price_currency").asText().toUpperCase(Locale.ROOT));
    rows.hold("hotel.hotel", after, "hotel_id");
    amenities.hold(after);
    checkPrices(after);
    String number = after.path("number").asText();
    if (rows.isTaken(
        TABLE, "lower(number) = lower(?) and hotel_id = ?", after, number, id(after, "hotel_id"))) {
      throw taken(after);
    }
  }

  private static void checkPrices(ObjectNode row) {
    List<DatedPrice> prices;
    try {
      prices = List.of(Json.shared().treeToValue(row.path("prices"), DatedPrice[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Prices that are none", e);
    }
    for (int i = 0; i < prices.size(); i++) {
      DatedPrice one = prices.get(i);
      if (one.to().isBefore(one.from())) {
        throw Problem.invalid("prices[" + i + "].to", "invalid.dates_reversed");
      }
      if (prices.subList(0, i).stream().anyMatch(one::meets)) {
        throw Problem.invalid("prices[" + i + "]", "invalid.price_twice");
      }
    }
  }

  @Override
  protected void checkUnused(ObjectNode row) {
    leaves.fire(new RoomLeaves(id(row), row.path("number").asText()));
  }

  @Override
  protected boolean mayUndo(ObjectNode row) {
    return hotels.view(id(row, "hotel_id")).isRunBy(caller);
  }

  @Override
  protected Problem unknown() {
    return Problem.of(HotelProblem.ROOM_NOT_FOUND);
  }

  @Override
  protected Problem taken(ObjectNode row) {
    String number = row.path("number").asText();
    return Problem.of(HotelProblem.ROOM_TAKEN, number)
        .field("number", "problem.ROOM_TAKEN", number);
  }

  @Override
  protected RoomView view(UUID id) {
    return rows.one(OBJECT, FROM, "t.id", RoomView.class, id).orElseThrow(this::unknown);
  }
}
