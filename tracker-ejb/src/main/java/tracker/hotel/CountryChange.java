package tracker.hotel;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge patch of a country: null leaves. */
public record CountryChange(
    @Nullable Optional<@Size(min = 1, max = 100, message = "{invalid.size}") String> name,
    @Nullable
        Optional<@Pattern(regexp = "[A-Za-z]{2,3}", message = "{invalid.country_code}") String>
        code) {}
