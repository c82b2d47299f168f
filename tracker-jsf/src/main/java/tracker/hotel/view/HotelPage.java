package tracker.hotel.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.AmenityView;
import tracker.hotel.HotelChange;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.RoomView;
import tracker.hotel.Rooms;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.PersonView;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.People;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The hotel in the address, its rooms, and who runs it; also of the room in the address. */
@Named("hotelPage")
@RequestScoped
public class HotelPage {
  private static final int ROWS = 100;

  @Inject private HotelForm form;
  @Inject private Hotels hotels;
  @Inject private Rooms rooms;
  @Inject private Accounts accounts;
  @Inject private Caller caller;
  @Inject private People people;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<RoomView> page;
  private @Nullable List<AmenityView> known;

  public HotelView getHotel() {
    return form.getHotel();
  }

  /** Whether the reader runs it. */
  public boolean isRun() {
    return getHotel().isRunBy(caller);
  }

  /** Whether the reader runs the hotel of a room. */
  public boolean runs(UUID hotel) {
    return hotels.one(hotel).isRunBy(caller);
  }

  /** Its name, as an address has it. */
  public String getAsked() {
    return URLEncoder.encode(getHotel().name(), StandardCharsets.UTF_8);
  }

  /** What it asks of its guests, in a sentence. */
  public String getTerms() {
    HotelView hotel = getHotel();
    String free =
        hotel.freeCancelDays() == 0
            ? words.get("hotels.free_until_arrival")
            : words.count("hotels.free_until", hotel.freeCancelDays());
    return hotel.approval() ? free + " " + words.get("hotels.looks_first") : free;
  }

  /** Its rooms by their numbers. */
  public Page<RoomView> getRooms() {
    if (page == null) {
      page = rooms.list(null, getHotel().id(), new PageAsk(asked.page(), ROWS, null));
    }
    return page;
  }

  /** What pictures may be of. */
  public List<UUID> getPictured() {
    List<UUID> ids = new ArrayList<>(getRooms().items().stream().map(RoomView::id).toList());
    ids.add(getHotel().id());
    return ids;
  }

  /** What these are called. */
  public List<String> amenities(List<UUID> ids) {
    if (known == null) {
      known = form.getAmenities();
    }
    return known.stream().filter(one -> ids.contains(one.id())).map(AmenityView::name).toList();
  }

  /** Number of the following part, or 0 at the end. */
  public int getNext() {
    return (long) asked.page() * ROWS < getRooms().total() ? asked.page() + 1 : 0;
  }

  /** Number of the part before, or 0 at the start. */
  public int getPrevious() {
    return asked.page() - 1;
  }

  /** Who runs it by name. */
  public List<UUID> getManagers() {
    people.meet(getHotel().managerIds());
    return getHotel().managerIds();
  }

  /** Who may run it and does not yet. */
  public List<PersonView> getOthers() {
    return accounts.people(null, PageAsk.first(PageAsk.MAX_LIMIT)).items().stream()
        .filter(one -> !getHotel().managerIds().contains(one.id()))
        .toList();
  }

  /** Lets the person run it whom the request names. */
  public void appoint() {
    List<UUID> managers = new ArrayList<>(getHotel().managerIds());
    managers.add(asked.id("person"));
    manage(managers);
  }

  /** Lets the person no longer run it whom the request names. */
  public void dismiss() {
    List<UUID> managers = new ArrayList<>(getHotel().managerIds());
    managers.remove(asked.id("person"));
    manage(managers);
  }

  private void manage(List<UUID> managers) {
    hotels.change(getHotel().id(), HotelChange.ofManagers(managers), null);
    toasts.done(words.get("toast.saved"));
    shell.again();
  }

  /** Takes the hotel away. */
  public void delete() {
    HotelView gone = getHotel();
    hotels.delete(gone.id(), null);
    toasts.done(words.say("hotels.deleted", gone.name()));
    toasts.andGo("/registers?tab=hotels");
  }
}
