package tracker.hotel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A country to be added. */
public record NewCountry(
    @NotBlank(message = "{invalid.required}") @Size(min = 1, max = 100, message = "{invalid.size}")
        String name,
    @NotNull(message = "{invalid.required}")
        @Pattern(regexp = "[A-Za-z]{2,3}", message = "{invalid.country_code}")
        String code) {}
