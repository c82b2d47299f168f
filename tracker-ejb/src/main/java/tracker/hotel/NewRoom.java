package tracker.hotel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room to be added, see {@link RoomView}. */
public record NewRoom(
    @NotNull(message = "{invalid.required}") UUID hotelId,
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 20, message = "{invalid.size}")
        String number,
    @NotNull(message = "{invalid.required}")
        @Min(value = 1, message = "{invalid.capacity}")
        @Max(value = 100, message = "{invalid.capacity}")
        Integer capacity,
    @NotNull(message = "{invalid.required}")
        @DecimalMin(value = "0", message = "{invalid.amount}")
        @Digits(integer = 10, fraction = 2, message = "{invalid.amount}")
        BigDecimal priceAmount,
    @NotNull(message = "{invalid.required}")
        @Pattern(regexp = "[A-Za-z]{3}", message = "{invalid.currency}")
        String priceCurrency,
    @Nullable @Size(min = 0, max = 100, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") UUID> amenityIds,
    @Nullable @Size(min = 0, max = 100, message = "{invalid.count}")
        List<@NotNull(message = "{invalid.required}") @Valid DatedPrice> prices) {}
