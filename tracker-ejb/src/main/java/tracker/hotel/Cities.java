package tracker.hotel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.journal.Given;
import tracker.shared.Listing;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.Sql;
import tracker.shared.Storable;

/** The door to cities. */
@Stateless
public class Cities {
  private static final Listing.Order BY_NAME = Listing.Order.byText("lower(t.name)", "t.id");

  @Inject private CityRegister register;
  @Inject private Sql sql;

  /** Those whose name has this text, of one country or of all; by name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public Page<CityView> list(@Nullable String text, @Nullable UUID country, PageAsk ask) {
    Storable.check("q", text);
    return new Listing(CityRegister.OBJECT, CityRegister.FROM)
        .with("t.deleted_at is null")
        .where("strpos(lower(t.name), lower(?)) > 0", text)
        .where("t.country_id = ?", country)
        .page(sql, CityView.class, BY_NAME, ask);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.SIGNED_IN)
  public CityView one(UUID id) {
    return register.view(id);
  }

  @Allowed(Right.ADMIN)
  public CityView create(@Valid NewCity wanted) {
    return register.view(register.add(Given.by(wanted)));
  }

  @Allowed(Right.ADMIN)
  public CityView change(UUID id, @Valid CityChange change, @Nullable Long ifVersion) {
    ObjectNode row = register.locked(id, ifVersion);
    register.change(row, Given.by(change));
    return register.view(id);
  }

  /** Takes it away; 409 while something belongs to it. */
  @Allowed(Right.ADMIN)
  public void delete(UUID id, @Nullable Long ifVersion) {
    register.remove(register.locked(id, ifVersion));
  }
}
