package tracker.shared.view;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.Ids;

/** Ids in forms; what is no id counts as nothing. */
@FacesConverter(forClass = UUID.class)
public class UuidConverter implements Converter<UUID> {
  @Override
  public @Nullable UUID getAsObject(
      FacesContext context, UIComponent component, @Nullable String value) {
    return Ids.parse(value);
  }

  @Override
  public String getAsString(FacesContext context, UIComponent component, @Nullable UUID value) {
    return value == null ? "" : value.toString();
  }
}
