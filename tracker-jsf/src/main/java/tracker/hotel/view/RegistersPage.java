package tracker.hotel.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.hotel.Amenities;
import tracker.hotel.AmenityChange;
import tracker.hotel.Cities;
import tracker.hotel.CityChange;
import tracker.hotel.Countries;
import tracker.hotel.CountryChange;
import tracker.hotel.CountryView;
import tracker.hotel.Hotels;
import tracker.hotel.NewAmenity;
import tracker.hotel.NewCity;
import tracker.hotel.NewCountry;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** The registers: hotels, cities, countries and amenities, one of them at a time. */
@Named("registers")
@RequestScoped
public class RegistersPage {
  private static final int ROWS = 100;
  private static final List<String> TABS = List.of("hotels", "cities", "countries", "amenities");

  @Inject private Countries countries;
  @Inject private Cities cities;
  @Inject private Amenities amenities;
  @Inject private Hotels hotels;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<Entry> page;
  private @Nullable String name;
  private @Nullable String code;
  private @Nullable UUID country;

  /**
   * A row.
   *
   * @param about what stands beside its name: the code of a country, the country of a city, the
   *     place of a hotel
   * @param country of a city
   */
  public record Entry(UUID id, String name, String about, @Nullable UUID country, long version) {}

  public List<String> getTabs() {
    return TABS;
  }

  /** The register that is looked at. */
  public String getTab() {
    String tab = asked.textOrNull("tab");
    return tab != null && TABS.contains(tab) ? tab : TABS.get(0);
  }

  /** By name; those that have the text {@code q}. */
  public Page<Entry> getPage() {
    if (page == null) {
      String text = getText();
      PageAsk ask = new PageAsk(asked.page(), ROWS, null);
      page =
          switch (getTab()) {
            case "cities" ->
                cities
                    .list(text, null, ask)
                    .map(
                        one ->
                            new Entry(
                                one.id(),
                                one.name(),
                                one.countryName(),
                                one.countryId(),
                                one.version()));
            case "countries" ->
                countries
                    .list(text, ask)
                    .map(one -> new Entry(one.id(), one.name(), one.code(), null, one.version()));
            case "amenities" ->
                amenities
                    .list(text, ask)
                    .map(one -> new Entry(one.id(), one.name(), "", null, one.version()));
            default ->
                hotels
                    .list(text, null, null, false, ask)
                    .map(
                        one ->
                            new Entry(
                                one.id(),
                                one.name(),
                                one.cityName() + ", " + one.countryName(),
                                null,
                                one.version()));
          };
    }
    return page;
  }

  public @Nullable String getText() {
    return asked.textOrNull("q");
  }

  /** All countries, to choose from. */
  public List<CountryView> getCountries() {
    return countries.list(null, PageAsk.first(PageAsk.MAX_LIMIT)).items();
  }

  /** Adds what the form says to the register, or changes the entry that the request names. */
  public void save() {
    UUID id = Ids.parse(asked.textOrNull("entry"));
    String called = Asked.needed("name", name);
    switch (getTab()) {
      case "cities" -> saveCity(id, called);
      case "countries" -> saveCountry(id, called);
      default -> saveAmenity(id, called);
    }
    toasts.done(words.get("toast.saved"));
    shell.again();
  }

  private void saveCity(@Nullable UUID id, String called) {
    UUID in = Asked.needed("country_id", country);
    if (id == null) {
      cities.create(new NewCity(called, in));
    } else {
      cities.change(id, new CityChange(Optional.of(called), Optional.of(in)), version());
    }
  }

  private void saveCountry(@Nullable UUID id, String called) {
    String letters = Asked.needed("code", code);
    if (id == null) {
      countries.create(new NewCountry(called, letters));
    } else {
      countries.change(id, new CountryChange(Optional.of(called), Optional.of(letters)), version());
    }
  }

  private void saveAmenity(@Nullable UUID id, String called) {
    if (id == null) {
      amenities.create(new NewAmenity(called));
    } else {
      amenities.change(id, new AmenityChange(Optional.of(called)), version());
    }
  }

  private Long version() {
    return asked.number("version");
  }

  /** Takes the entry away that the request names. */
  public void delete() {
    UUID id = asked.id("entry");
    switch (getTab()) {
      case "cities" -> cities.delete(id, null);
      case "countries" -> countries.delete(id, null);
      case "amenities" -> amenities.delete(id, null);
      default -> hotels.delete(id, null);
    }
    toasts.done(words.get("registers.deleted"));
    shell.again();
  }

  /** Number of the following part, or 0 at the end. */
  public int getNext() {
    return (long) asked.page() * ROWS < getPage().total() ? asked.page() + 1 : 0;
  }

  /** Number of the part before, or 0 at the start. */
  public int getPrevious() {
    return asked.page() - 1;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }

  public @Nullable UUID getCountry() {
    return country;
  }

  public void setCountry(@Nullable UUID country) {
    this.country = country;
  }
}
