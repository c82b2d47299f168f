package tracker.hotel.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tracker.hotel.Amenities;
import tracker.hotel.AmenityView;
import tracker.hotel.Cities;
import tracker.hotel.CityView;
import tracker.hotel.HotelChange;
import tracker.hotel.HotelProblem;
import tracker.hotel.HotelView;
import tracker.hotel.Hotels;
import tracker.hotel.NewHotel;
import tracker.project.ProjectChoice;
import tracker.project.Projects;
import tracker.shared.Ids;
import tracker.shared.PageAsk;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** What is said of a hotel, of a new one and of the one in the address. */
@Named("hotelForm")
@RequestScoped
public class HotelForm {
  private static final PageAsk MANY = PageAsk.first(PageAsk.MAX_LIMIT);

  @Inject private Hotels hotels;
  @Inject private Cities cities;
  @Inject private Amenities amenities;
  @Inject private Projects projects;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable HotelView hotel;
  private @Nullable String name;
  private @Nullable UUID city;
  private @Nullable String address;
  private @Nullable String description;
  private @Nullable String timeZone;
  private @Nullable Integer longestStay;
  private @Nullable Integer freeCancelDays;
  private @Nullable Boolean approval;
  private @Nullable Boolean cleaning;
  private @Nullable UUID project;
  private @Nullable List<String> has;

  /** The hotel in the address. */
  public HotelView getHotel() {
    if (hotel == null) {
      UUID id = Ids.parse(asked.key());
      if (id == null) {
        throw Problem.of(HotelProblem.HOTEL_NOT_FOUND);
      }
      hotel = hotels.one(id);
    }
    return hotel;
  }

  private Optional<HotelView> there() {
    return shell.keyInAddress() == null ? Optional.empty() : Optional.of(getHotel());
  }

  /** Opens a new hotel. */
  public void create() {
    HotelView made =
        hotels.create(
            new NewHotel(
                Asked.needed("name", name),
                Asked.needed("city_id", city),
                address,
                description,
                List.of(),
                timeZone,
                null,
                null,
                null,
                null,
                null,
                null));
    toasts.done(words.say("hotels.created", made.name()));
    toasts.andGo("/hotel/" + made.id());
  }

  /** Saves what the form says of the hotel in the address. */
  public void save() {
    hotels.change(
        getHotel().id(),
        new HotelChange(
            Optional.of(Asked.needed("name", name)),
            Optional.of(Asked.needed("city_id", city)),
            Optional.ofNullable(address),
            Optional.ofNullable(description),
            Optional.of(ids(has)),
            Optional.ofNullable(timeZone),
            Optional.ofNullable(longestStay),
            Optional.of(Boolean.TRUE.equals(approval)),
            Optional.ofNullable(freeCancelDays),
            null,
            Optional.ofNullable(project),
            Optional.of(Boolean.TRUE.equals(cleaning))),
        asked.number("version"));
    toasts.done(words.get("toast.saved"));
    shell.again();
  }

  static List<UUID> ids(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream().map(Ids::parse).flatMap(Stream::ofNullable).toList();
  }

  public List<CityView> getCities() {
    return cities.list(null, null, MANY).items();
  }

  public List<AmenityView> getAmenities() {
    return amenities.list(null, MANY).items();
  }

  /** Where its work may be done. */
  public List<ProjectChoice> getProjects() {
    return projects.ownFirst("", PageAsk.MAX_LIMIT);
  }

  public @Nullable String getName() {
    return name == null ? there().map(HotelView::name).orElse(null) : name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable UUID getCity() {
    return city == null ? there().map(HotelView::cityId).orElse(null) : city;
  }

  public void setCity(@Nullable UUID city) {
    this.city = city;
  }

  public @Nullable String getAddress() {
    return address == null ? there().map(HotelView::address).orElse(null) : address;
  }

  public void setAddress(@Nullable String address) {
    this.address = address;
  }

  public @Nullable String getDescription() {
    return description == null ? there().map(HotelView::description).orElse(null) : description;
  }

  public void setDescription(@Nullable String description) {
    this.description = description;
  }

  public @Nullable String getTimeZone() {
    return timeZone == null ? there().map(HotelView::timeZone).orElse(null) : timeZone;
  }

  public void setTimeZone(@Nullable String timeZone) {
    this.timeZone = timeZone;
  }

  public @Nullable Integer getLongestStay() {
    return longestStay == null ? there().map(HotelView::longestStay).orElse(null) : longestStay;
  }

  public void setLongestStay(@Nullable Integer longestStay) {
    this.longestStay = longestStay;
  }

  public @Nullable Integer getFreeCancelDays() {
    return freeCancelDays == null
        ? there().map(HotelView::freeCancelDays).orElse(null)
        : freeCancelDays;
  }

  public void setFreeCancelDays(@Nullable Integer freeCancelDays) {
    this.freeCancelDays = freeCancelDays;
  }

  public @Nullable Boolean getApproval() {
    return approval == null ? there().map(HotelView::approval).orElse(false) : approval;
  }

  public void setApproval(@Nullable Boolean approval) {
    this.approval = approval;
  }

  public @Nullable Boolean getCleaning() {
    return cleaning == null ? there().map(HotelView::cleaning).orElse(false) : cleaning;
  }

  public void setCleaning(@Nullable Boolean cleaning) {
    this.cleaning = cleaning;
  }

  public @Nullable UUID getProject() {
    return project == null ? there().map(HotelView::projectId).orElse(null) : project;
  }

  public void setProject(@Nullable UUID project) {
    this.project = project;
  }

  public @Nullable List<String> getHas() {
    return has == null
        ? new ArrayList<>(
            there().map(HotelView::amenityIds).orElse(List.of()).stream()
                .map(UUID::toString)
                .toList())
        : has;
  }

  public void setHas(@Nullable List<String> has) {
    this.has = has;
  }
}
