package tracker.hotel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.journal.Given;
import tracker.journal.HistoryEntry;
import tracker.journal.Journal;
import tracker.shared.CommonProblem;
import tracker.shared.Listing;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.Storable;

/** The door to hotels. */
@Stateless
public class Hotels {
  private static final Listing.Order BY_NAME = Listing.Order.byText("lower(t.name)", "t.id");

  @Inject private HotelRegister register;
  @EJB private Journal journal;
  @Inject private Caller caller;
  @Inject private Sql sql;

  /**
   * By name.
   *
   * @param text part of the name or address
   * @param amenity only those that have it
   * @param mine only those that the caller runs by name, not as an administrator
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<HotelView> list(
      @Nullable String text,
      @Nullable UUID city,
      @Nullable UUID amenity,
      boolean mine,
      PageAsk ask) {
    Storable.check("q", text);
    return new Listing(HotelRegister.OBJECT, HotelRegister.FROM)
        .with("t.deleted_at is null")
        .where("strpos(lower(t.name || ' ' || coalesce(t.address, '')), lower(?)) > 0", text)
        .where("t.city_id = ?", city)
        .where("t.amenity_ids @> array[?::uuid]", amenity)
        .where("t.manager_ids @> array[?::uuid]", mine ? caller.id() : null)
        .page(sql, HotelView.class, BY_NAME, ask);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public HotelView one(UUID id) {
    return register.view(id);
  }

  @Allowed(Right.ADMIN)
  public HotelView create(@Valid NewHotel wanted) {
    return register.view(register.add(Given.by(wanted)));
  }

  /** Changes it: an administrator or one of its managers; who manages is for administrators. */
  @Allowed(Right.SIGNED_IN)
  public HotelView change(UUID id, @Valid HotelChange change, @Nullable Long ifVersion) {
    checkRun(id);
    ObjectNode row = register.locked(id, ifVersion);
    register.change(row, Given.by(change));
    return register.view(id);
  }

  /** Takes it away; 409 while it has rooms. */
  @Allowed(Right.ADMIN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    register.remove(register.locked(id, ifVersion));
  }

  /** What happened to it, newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<HistoryEntry> history(UUID id, PageAsk ask) {
    return journal.history(one(id).id(), ask);
  }

  /** Refuses those who do not run it. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public void checkRun(UUID id) {
    if (!one(id).isRunBy(caller)) {
      throw Problem.of(CommonProblem.FORBIDDEN);
    }
  }
}
