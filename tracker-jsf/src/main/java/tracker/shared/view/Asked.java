package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** What the running request of a page asks for, by its parameters. */
@Named("asked")
@RequestScoped
public class Asked {
  @Inject private Shell shell;

  /** The key in the address, e.g. {@code NEVA} of {@code /board/NEVA}; without one 404. */
  public String key() {
    String key = shell.keyInAddress();
    if (key == null) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return key;
  }

  /** A parameter, or null where it is absent or empty. */
  public @Nullable String textOrNull(String name) {
    String value =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A parameter; 400 without it. */
  public String text(String name) {
    String value = textOrNull(name);
    if (value == null) {
      throw Problem.of(CommonProblem.BAD_REQUEST);
    }
    return value;
  }

  /** A parameter that is an id; 400 where it is none. */
  public UUID id(String name) {
    UUID id = Ids.parse(textOrNull(name));
    if (id == null) {
      throw Problem.of(CommonProblem.BAD_REQUEST);
    }
    return id;
  }

  /** A parameter that names ids, as often as it is there; 400 where one is none. */
  public List<UUID> ids(String name) {
    String[] values =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get(name);
    List<UUID> ids = new ArrayList<>();
    for (String value : values == null ? new String[0] : values) {
      UUID id = Ids.parse(value);
      if (id == null) {
        throw Problem.of(CommonProblem.BAD_REQUEST);
      }
      ids.add(id);
    }
    return ids;
  }

  /** A parameter that is a whole number; 400 where it is none. */
  public long number(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw Problem.of(CommonProblem.BAD_REQUEST);
    }
  }

  /** A parameter that names a constant of this type; 400 where it names none. */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    try {
      return Enum.valueOf(type, text(name));
    } catch (IllegalArgumentException e) {
      throw Problem.of(CommonProblem.BAD_REQUEST);
    }
  }

  /** What a form has to give, by its public name; 422 without it. */
  public static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid(field, "invalid.required");
    }
    return value;
  }

  /** Whether the page is being written and this parameter asks for a part of it. */
  public boolean shows(String name) {
    PhaseId phase = FacesContext.getCurrentInstance().getCurrentPhaseId();
    return phase == PhaseId.RENDER_RESPONSE && textOrNull(name) != null;
  }

  /** A parameter that is a day, as browsers send them; null where it is absent or none. */
  public @Nullable LocalDate dayOrNull(String name) {
    return DayConverter.day(textOrNull(name));
  }

  /** A number of a page from 1; 1 where it is not asked. */
  public int page() {
    String text = textOrNull("page");
    return text != null && text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 1;
  }
}
