package tracker.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Download;
import tracker.attachment.Pictures;
import tracker.attachment.Received;
import tracker.attachment.Vault;
import tracker.hotel.Hotels;
import tracker.hotel.Rooms;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.job.Jobs;
import tracker.journal.Given;
import tracker.shared.Json;
import tracker.shared.Listing;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;

/** The door to pictures. Everybody signed in sees them; who runs the hotel looks after them. */
@Stateless
public class Images {
  private static final Listing.Order BY_PLACE =
      new Listing.Order("t.place", "t.id", true, Integer::valueOf);

  @Inject private ImageRegister register;
  @EJB private Hotels hotels;
  @EJB private Rooms rooms;
  @Inject private Vault vault;
  @Inject private Jobs jobs;
  @Inject private Sql sql;

  /** The pictures of a hotel or a room, the cover first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<ImageView> list(Pictured of, UUID id, PageAsk ask) {
    hotel(of, id);
    return new Listing(ImageRegister.OBJECT, ImageRegister.FROM)
        .with("t.deleted_at is null")
        .with("t.holder_id = ?", id)
        .page(sql, ImageView.class, BY_PLACE, ask);
  }

  /** By their ids, the covers of these hotels and rooms, of those that have one that is ready. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Map<UUID, UUID> covers(Collection<UUID> holders) {
    Map<UUID, UUID> found = new HashMap<>();
    List<Object> args = new ArrayList<>();
    sql.list(
        "select distinct on (holder_id) holder_id, id from image.image where "
            + Sql.among("holder_id", holders, args)
            + " and deleted_at is null and status = 'ready' order by holder_id, place, id",
        row -> found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
        args.toArray());
    return found;
  }

  /** Whether the caller may add one: asked before its bytes are read. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public void offer(Pictured of, UUID id) {
    hotels.checkRun(hotel(of, id));
  }

  /** Takes one; it is made small in the background and stands behind the others. */
  @Allowed(Right.SIGNED_IN)
  public ImageView add(Pictured of, UUID id, Received file) {
    UUID hotel = hotel(of, id);
    hotels.checkRun(hotel);
    if (!Pictures.are(file.contentType())) {
      throw Problem.of(ImageProblem.NOT_A_PICTURE, file.contentType());
    }
    ObjectNode row = Json.shared().createObjectNode();
    row.put("holder", of.word());
    row.put("holder_id", id.toString());
    row.put("hotel_id", hotel.toString());
    row.put("name", file.name());
    row.put("place", last(id) + 1);
    row.put("status", "processing");
    UUID made = register.add(row);
    vault.keep(Rendering.raw(made), file.file());
    jobs.add(Rendering.KIND, made.toString());
    return register.view(made);
  }

  private int last(UUID holder) {
    return sql.first(
            "select coalesce(max(place), 0) from image.image where holder_id = ?",
            row -> row.getInt(1),
            holder)
        .orElse(0);
  }

  /** The picture in one of its sizes; 404 while it is not ready. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Download open(UUID id, ImageSize which, Download.Wish wish) {
    ImageView image = register.view(id);
    Long size = image.size(which);
    if (size == null) {
      throw image.status() == ImageStatus.FAILED
          ? Problem.of(ImageProblem.IMAGE_FAILED)
          : Problem.of(ImageProblem.IMAGE_NOT_READY).retryAfter(1);
    }
    return vault.picture(which.stored(id), Pictures.TYPE, size, wish);
  }

  /** Puts it elsewhere among the others. */
  @Allowed(Right.SIGNED_IN)
  public ImageView change(UUID id, @Valid ImageChange change, @Nullable Long ifVersion) {
    hotels.checkRun(register.view(id).hotelId());
    register.change(register.locked(id, ifVersion), Given.by(change));
    return register.view(id);
  }

  /** Takes it away; undo of the operation brings it back. */
  @Allowed(Right.SIGNED_IN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    hotels.checkRun(register.view(id).hotelId());
    register.remove(register.locked(id, ifVersion));
  }

  private UUID hotel(Pictured of, UUID id) {
    return of == Pictured.HOTEL ? hotels.one(id).id() : rooms.one(id).hotelId();
  }
}
