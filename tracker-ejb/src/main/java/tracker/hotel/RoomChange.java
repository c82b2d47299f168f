package tracker.hotel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge patch of a room: null leaves. A room stays in its hotel. */
public record RoomChange(
    @Nullable Optional<@Size(min = 1, max = 20, message = "{invalid.size}") String> number,
    @Nullable
        Optional<
            @Min(value = 1, message = "{invalid.capacity}")
            @Max(value = 100, message = "{invalid.capacity}") Integer>
        capacity,
    @Nullable
        Optional<
            @DecimalMin(value = "0", message = "{invalid.amount}")
            @Digits(integer = 10, fraction = 2, message = "{invalid.amount}") BigDecimal>
        priceAmount,
    @Nullable Optional<@Pattern(regexp = "[A-Za-z]{3}", message = "{invalid.currency}") String>
        priceCurrency,
    @Nullable
        Optional<
            @Size(min = 0, max = 100, message = "{invalid.count}") List<
                @NotNull(message = "{invalid.required}") UUID>>
        amenityIds,
    @Nullable
        Optional<
            @Size(min = 0, max = 100, message = "{invalid.count}") List<
                @NotNull(message = "{invalid.required}") @Valid DatedPrice>>
        prices) {}
