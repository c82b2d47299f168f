package tracker.hotel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.journal.Given;
import tracker.journal.LivingRows;
import tracker.journal.Register;
import tracker.shared.Problem;

/** The register of countries. */
@Dependent
class CountryRegister extends Register {
  static final String ENTITY = "country";
  static final String OBJECT = "to_jsonb(t) - 'deleted_at'";
  static final String FROM = "hotel.country t";
  private static final String TABLE = "hotel.country";

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
    return List.of("name", "code");
  }

  @Override
  protected void check(@Nullable ObjectNode before, ObjectNode after) {
    Given.required(after, "name", "code");
    String code = after.path("code").asText().toUpperCase(Locale.ROOT);
    after.put("code", code);
    if (rows.isTaken(TABLE, "code = ?", after, code)) {
      throw taken(after);
    }
  }

  @Override
  protected void checkUnused(ObjectNode row) {
    if (rows.has("hotel.city", "country_id = ?", id(row))) {
      throw Problem.of(HotelProblem.COUNTRY_IN_USE, row.path("name").asText());
    }
  }

  @Override
  protected boolean mayUndo(ObjectNode row) {
    return caller.isAdmin();
  }

  @Override
  protected Problem unknown() {
    return Problem.of(HotelProblem.COUNTRY_NOT_FOUND);
  }

  @Override
  protected Problem taken(ObjectNode row) {
    String code = row.path("code").asText();
    return Problem.of(HotelProblem.COUNTRY_TAKEN, code)
        .field("code", "problem.COUNTRY_TAKEN", code);
  }

  @Override
  protected CountryView view(UUID id) {
    return rows.one(OBJECT, FROM, "t.id", CountryView.class, id).orElseThrow(this::unknown);
  }
}
