package tracker.hotel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Given;
import tracker.journal.LivingRows;
import tracker.journal.Register;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** The register of amenities. */
@Dependent
class AmenityRegister extends Register {
  static final String ENTITY = "amenity";
  static final String OBJECT = "to_jsonb(t) - 'deleted_at'";
  static final String FROM = "hotel.amenity t";
  private static final String TABLE = "hotel.amenity";

  @Inject private LivingRows rows;
  @Inject private Sql sql;
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
    return List.of("name");
  }

  @Override
  protected void check(@Nullable ObjectNode before, ObjectNode after) {
    Given.required(after, "name");
    if (rows.isTaken(TABLE, "lower(name) = lower(?)", after, after.path("name").asText())) {
      throw taken(after);
    }
  }

  /**
   * Keeps those that a row names in their place until the end; 422 for unknown or repeated ones.
   */
  void hold(ObjectNode row) {
    List<UUID> ids = new ArrayList<>();
    row.path("amenity_ids").forEach(one -> ids.add(UUID.fromString(one.asText())));
    List<UUID> living =
        ids.isEmpty()
            ? ids
            : sql.list(
                "select id from hotel.amenity where id = any(?) and deleted_at is null"
                    + " order by id for share",
                found -> found.getObject(1, UUID.class),
                ids);
    if (living.size() != ids.size()) {
      throw Problem.invalid("amenity_ids", "invalid.no_such");
    }
  }

  @Override
  protected void checkUnused(ObjectNode row) {
    String has = "amenity_ids @> array[?::uuid]";
    if (rows.has("hotel.hotel", has, id(row)) || rows.has("hotel.room", has, id(row))) {
      throw Problem.of(HotelProblem.AMENITY_IN_USE, row.path("name").asText());
    }
  }

  @Override
  protected boolean mayUndo(ObjectNode row) {
    return caller.isAdmin();
  }

  @Override
  protected Problem unknown() {
    return Problem.of(HotelProblem.AMENITY_NOT_FOUND);
  }

  @Override
  protected Problem taken(ObjectNode row) {
    String name = row.path("name").asText();
    return Problem.of(HotelProblem.AMENITY_TAKEN, name)
        .field("name", "problem.AMENITY_TAKEN", name);
  }

  @Override
  protected AmenityView view(UUID id) {
    return rows.one(OBJECT, FROM, "t.id", AmenityView.class, id).orElseThrow(this::unknown);
  }
}
