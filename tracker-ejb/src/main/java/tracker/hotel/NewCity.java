package tracker.hotel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A city to be added. */
public record NewCity(
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String name,
    @NotNull(message = "{invalid.required}") UUID countryId) {}
