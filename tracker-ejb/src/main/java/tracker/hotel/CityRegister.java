package tracker.hotel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Given;
import tracker.journal.LivingRows;
import tracker.journal.Register;
import tracker.shared.Problem;

/** The register of cities. */
@Dependent
class CityRegister extends Register {
  static final String ENTITY = "city";
  static final String OBJECT =
      "to_jsonb(t) - 'deleted_at' || jsonb_build_object('country_name', c.name)";
  static final String FROM = "hotel.city t join hotel.country c on c.id = t.country_id";
  private static final String TABLE = "hotel.city";

  @Inject private LivingRows rows;
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
    return List.of("name", "country_id");
  }

  @Override
  protected void check(@Nullable ObjectNode before, ObjectNode after) {
    Given.required(after, "name", "country_id");
    rows.hold("hotel.country", after, "country_id");
    String name = after.path("name").asText();
    if (rows.isTaken(
        TABLE, "lower(name) = lower(?) and country_id = ?", after, name, id(after, "country_id"))) {
      throw taken(after);
    }
  }

  @Override
  protected void checkUnused(ObjectNode row) {
    if (rows.has("hotel.hotel", "city_id = ?", id(row))) {
      throw Problem.of(HotelProblem.CITY_IN_USE, row.path("name").asText());
    }
  }

  @Override
  protected boolean mayUndo(ObjectNode row) {
    return caller.isAdmin();
  }

  @Override
  protected Problem unknown() {
    return Problem.of(HotelProblem.CITY_NOT_FOUND);
  }

  @Override
  protected Problem taken(ObjectNode row) {
    String name = row.path("name").asText();
    return Problem.of(HotelProblem.CITY_TAKEN, name).field("name", "problem.CITY_TAKEN", name);
  }

  @Override
  protected CityView view(UUID id) {
    return rows.one(OBJECT, FROM, "t.id", CityView.class, id).orElseThrow(this::unknown);
  }
}
