package tracker.hotel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.journal.Given;
import tracker.journal.LivingRows;
import tracker.journal.Register;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** The register of hotels. */
@Dependent
class HotelRegister extends Register {
  static final String ENTITY = "hotel";
  static final String OBJECT =
      "to_jsonb(t) - 'deleted_at'"
          + " || jsonb_build_object('city_name', c.name, 'country_name', k.name)";
  static final String FROM =
      "hotel.hotel t join hotel.city c on c.id = t.city_id"
          + " join hotel.country k on k.id = c.country_id";

  @Inject private LivingRows rows;
  @Inject private AmenityRegister amenities;
  @EJB private Accounts accounts;
  @EJB private Projects projects;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return ENTITY;
  }

  @Override
  protected String table() {
    return "hotel.hotel";
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "name",
        "city_id",
        "address",
        "description",
        "amenity_ids",
        "time_zone",
        "longest_stay",
        "approval",
        "free_cancel_days",
        "manager_ids",
        "project_id",
        "cleaning");
  }

  @Override
  protected void check(@Nullable ObjectNode before, ObjectNode after) {
    Given.required(after, "name", "city_id");
    usual(after);
    checkZone(after.path("time_zone").asText());
    rows.hold("hotel.city", after, "city_id");
    amenities.hold(after);
    checkManagers(before, after);
    checkProject(before, after);
  }

  private static void usual(ObjectNode row) {
    for (String list : List.of("amenity_ids", "manager_ids")) {
      if (isNull(row, list)) {
        row.putArray(list);
      }
    }
    for (String flag : List.of("approval", "cleaning")) {
      if (isNull(row, flag)) {
        row.put(flag, false);
      }
    }
    if (isNull(row, "time_zone")) {
      row.put("time_zone", "UTC");
    }
    if (isNull(row, "free_cancel_days")) {
      row.put("free_cancel_days", 0);
    }
  }

  private static boolean isNull(JsonNode row, String field) {
    return row.path(field).isNull() || row.path(field).isMissingNode();
  }

  private static void checkZone(String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Problem.invalid("time_zone", "invalid.time_zone");
    }
  }

  private void checkManagers(@Nullable ObjectNode before, ObjectNode after) {
    JsonNode managers = after.path("manager_ids");
    if (before == null || !managers.equals(before.path("manager_ids"))) {
      if (!caller.isAdmin()) {
        throw Problem.of(CommonProblem.FORBIDDEN);
      }
      for (JsonNode one : managers) {
        if (!accounts.exists(UUID.fromString(one.asText()))) {
          throw Problem.invalid("manager_ids", "invalid.account");
        }
      }
    }
  }

  // only somebody who may work in a project sends work there
  private void checkProject(@Nullable ObjectNode before, ObjectNode after) {
    String field = "project_id";
    if (isNull(after, field)) {
      if (after.path("cleaning").asBoolean()) {
        throw Problem.invalid("cleaning", "invalid.cleaning");
      }
      return;
    }
    if (before == null || !after.path(field).equals(before.path(field))) {
      boolean may =
          projects
              .maybeReached(after.path(field).asText())
              .map(ProjectFound::reach)
              .filter(reach -> reach.covers(Reach.WORK))
              .isPresent();
      if (!may) {
        throw Problem.invalid(field, "invalid.project");
      }
    }
  }

  @Override
  protected void checkUnused(ObjectNode row) {
    if (rows.has("hotel.room", "hotel_id = ?", id(row))) {
      throw Problem.of(HotelProblem.HOTEL_IN_USE, row.path("name").asText());
    }
  }

  @Override
  protected boolean mayUndo(ObjectNode row) {
    return view(id(row)).isRunBy(caller);
  }

  @Override
  protected Problem unknown() {
    return Problem.of(HotelProblem.HOTEL_NOT_FOUND);
  }

  @Override
  protected Problem taken(ObjectNode row) {
    return Problem.of(CommonProblem.CONFLICT);
  }

  @Override
  protected HotelView view(UUID id) {
    return rows.one(OBJECT, FROM, "t.id", HotelView.class, id).orElseThrow(this::unknown);
  }
}
