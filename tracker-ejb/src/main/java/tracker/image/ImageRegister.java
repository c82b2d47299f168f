package tracker.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.Hotels;
import tracker.identity.Caller;
import tracker.journal.Given;
import tracker.journal.LivingRows;
import tracker.journal.Register;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** The register of pictures. What the background puts in, sizes and status, is not recorded. */
@Dependent
class ImageRegister extends Register {
  static final String ENTITY = "image";
  static final String OBJECT = "to_jsonb(t) - 'deleted_at'";
  static final String FROM = "image.image t";

  @Inject private LivingRows rows;
  @EJB private Hotels hotels;
  @Inject private Caller caller;

  @Override
  public String entity() {
    return ENTITY;
  }

  @Override
  protected String table() {
    return "image.image";
  }

  @Override
  protected List<String> fields() {
    return List.of("holder", "holder_id", "hotel_id", "name", "place");
  }

  @Override
  protected void check(@Nullable ObjectNode before, ObjectNode after) {
    Given.required(after, "place");
  }

  @Override
  protected void checkUnused(ObjectNode row) {
    // nothing needs a picture
  }

  @Override
  protected boolean mayUndo(ObjectNode row) {
    return hotels.one(id(row, "hotel_id")).isRunBy(caller);
  }

  @Override
  protected Problem unknown() {
    return Problem.of(ImageProblem.IMAGE_NOT_FOUND);
  }

  @Override
  protected Problem taken(ObjectNode row) {
    return Problem.of(CommonProblem.CONFLICT);
  }

  @Override
  protected ImageView view(UUID id) {
    return rows.one(OBJECT, FROM, "t.id", ImageView.class, id).orElseThrow(this::unknown);
  }
}
