package tracker.hotel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An amenity to be added. */
public record NewAmenity(
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String name) {}
