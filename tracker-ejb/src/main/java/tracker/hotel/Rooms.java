package tracker.hotel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.journal.Given;
import tracker.journal.HistoryEntry;
import tracker.journal.Journal;
import tracker.journal.LivingRows;
import tracker.shared.Listing;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.Storable;

/** The door to rooms. Administrators and the managers of their hotel write them. */
@Stateless
public class Rooms {
  private static final Listing.Order BY_NUMBER = Listing.Order.byText("lower(t.number)", "t.id");

  @Inject private RoomRegister register;
  @Inject private LivingRows rows;
  @EJB private Hotels hotels;
  @EJB private Journal journal;
  @Inject private Sql sql;

  /** By number; those whose number has this text, of one hotel or of all. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<RoomView> list(@Nullable String text, @Nullable UUID hotel, PageAsk ask) {
    Storable.check("q", text);
    return new Listing(RoomRegister.OBJECT, RoomRegister.FROM)
        .with("t.deleted_at is null")
        .where("strpos(lower(t.number), lower(?)) > 0", text)
        .where("t.hotel_id = ?", hotel)
        .page(sql, RoomView.class, BY_NUMBER, ask);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public RoomView one(UUID id) {
    return register.view(id);
  }

  /** The room, which nobody changes or takes away until the transaction ends. */
  @Allowed(Right.INTERNAL)
  public Optional<RoomView> held(UUID id) {
    return sql.first(
            "select true from hotel.room where id = ? and deleted_at is null for share",
            row -> true,
            id)
        .map(there -> register.view(id));
  }

  @Allowed(Right.SIGNED_IN)
  public RoomView create(@Valid NewRoom wanted) {
    if (!rows.has("hotel.hotel", "id = ?", wanted.hotelId())) {
      throw Problem.invalid("hotel_id", "invalid.no_such");
    }
    hotels.checkRun(wanted.hotelId());
    return register.view(register.add(Given.by(wanted)));
  }

  @Allowed(Right.SIGNED_IN)
  public RoomView change(UUID id, @Valid RoomChange change, @Nullable Long ifVersion) {
    hotels.checkRun(one(id).hotelId());
    ObjectNode row = register.locked(id, ifVersion);
    register.change(row, Given.by(change));
    return register.view(id);
  }

  /** Takes it away; 409 while somebody has booked it. */
  @Allowed(Right.SIGNED_IN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    hotels.checkRun(one(id).hotelId());
    register.remove(register.locked(id, ifVersion));
  }

  /** What happened to it, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<HistoryEntry> history(UUID id, PageAsk ask) {
    return journal.history(one(id).id(), ask);
  }
}
