package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;

/** Names and avatars of people by their ids. A page that shows many asks for all of them once. */
@Named("people")
@RequestScoped
public class People {
  private static final int TINTS = 6;

  @Inject private Accounts accounts;

  private final Map<UUID, String> names = new HashMap<>();

  /** Fetches the names of these people together; nulls are fine. */
  public void meet(Collection<? extends @Nullable UUID> ids) {
    List<UUID> unknown =
        ids.stream()
            .filter(Objects::nonNull)
            .map(UUID.class::cast)
            .filter(id -> !names.containsKey(id))
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      names.putAll(accounts.names(unknown));
    }
  }

  /** The name behind an id; empty for nobody. */
  public String name(@Nullable UUID id) {
    if (id == null) {
      return "";
    }
    meet(List.of(id));
    return names.getOrDefault(id, "");
  }

  /** Two letters of a name. */
  public String initials(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return "?";
    }
    String[] parts = name.strip().split("[\\s._-]+");
    String first = letter(parts[0]);
    return parts.length > 1 ? first + letter(parts[parts.length - 1]) : first;
  }

  private static String letter(String word) {
    return word.isEmpty()
        ? ""
        : new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
  }

  /** Which of the six pairs of tints a person has. */
  public int tint(@Nullable UUID id) {
    return id == null ? 1 : Math.floorMod(id.hashCode(), TINTS) + 1;
  }
}
