package tracker.workflow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A status of a project.
 *
 * @param name unique in its project without regard to case
 * @param wipLimit how many living tasks may have it at once; null for any number
 */
public record Status(
    @NotNull(message = "{invalid.required}") @Size(min = 1, max = 50, message = "{invalid.size}")
        String name,
    @NotNull(message = "{invalid.required}") Category category,
    @Nullable
        @Min(value = 1, message = "{invalid.wip_limit}")
        @Max(value = 10_000, message = "{invalid.wip_limit}")
        Integer wipLimit) {
  /** One that is called as its category. */
  static Status of(Category category) {
    return new Status(category.word(), category, null);
  }

  boolean isCalled(String word) {
    return name.equalsIgnoreCase(word);
  }
}
