package tracker.shared.view;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts in forms: {@code 95}, {@code 95.50}, {@code 1 200,50}; see faces-config.xml. */
public class AmountConverter implements Converter<BigDecimal> {
  @Override
  public @Nullable BigDecimal getAsObject(
      FacesContext context, UIComponent component, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return new BigDecimal(value.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.'));
    } catch (NumberFormatException e) {
      String words = CDI.current().select(Words.class).get().get("invalid.amount");
      throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null), e);
    }
  }

  @Override
  public String getAsString(
      FacesContext context, UIComponent component, @Nullable BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }
}
