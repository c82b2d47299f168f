package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts of money in the reader's language: {@code €95}, {@code GEL 240}, {@code 7 200 ₽}. */
@Named("money")
@RequestScoped
public class Money {
  @Inject private Words words;

  /** The amount with its currency, without cents where there are none. */
  public String of(@Nullable BigDecimal amount, String currency) {
    if (amount == null) {
      return "";
    }
    int cents = amount.stripTrailingZeros().scale() > 0 ? 2 : 0;
    try {
      NumberFormat format = NumberFormat.getCurrencyInstance(words.locale());
      format.setCurrency(Currency.getInstance(currency));
      format.setMinimumFractionDigits(cents);
      format.setMaximumFractionDigits(cents);
      // a currency without a sign stands apart from its amount
      return format.format(amount).replaceAll("(?<=[A-Z]{3})(?=\\d)", "\u00a0");
    } catch (IllegalArgumentException e) {
      // three letters that are no currency
      NumberFormat format = NumberFormat.getInstance(words.locale());
      format.setMinimumFractionDigits(cents);
      format.setMaximumFractionDigits(cents);
      return format.format(amount) + " " + currency;
    }
  }
}
