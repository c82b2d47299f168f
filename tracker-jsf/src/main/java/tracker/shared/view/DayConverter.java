package tracker.shared.view;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days in forms, as browsers send them; what is no day counts as nothing. */
@FacesConverter(forClass = LocalDate.class)
public class DayConverter implements Converter<LocalDate> {
  private static final int LAST_YEAR = 9999;

  @Override
  public @Nullable LocalDate getAsObject(
      FacesContext context, UIComponent component, @Nullable String value) {
    return day(value);
  }

  public static @Nullable LocalDate day(@Nullable String text) {
    try {
      LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
      return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public String getAsString(
      FacesContext context, UIComponent component, @Nullable LocalDate value) {
    return value == null ? "" : value.toString();
  }
}
