package tracker.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.util.PGobject;
import tracker.shared.Json;

/** How the words of work are kept in columns. */
final class Columns {
  private Columns() {}

  /** The constant behind a kept word. */
  static Status status(String word) {
    return Status.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static Visibility visibility(String word) {
    return Visibility.valueOf(word.toUpperCase(Locale.ROOT));
  }

  static MemberRole role(String word) {
    return MemberRole.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Refs as they stand in jsonb. */
  static List<Ref> refs(String json) {
    try {
      return json.equals("[]")
          ? List.of()
          : List.copyOf(Json.shared().readValue(json, new TypeReference<List<Ref>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Refs that are no refs", e);
    }
  }

  /** A status by its word. */
  @Converter
  public static class StatusColumn implements AttributeConverter<Status, String> {
    @Override
    public String convertToDatabaseColumn(Status status) {
      return status.word();
    }

    @Override
    public Status convertToEntityAttribute(String word) {
      return status(word);
    }
  }

  /** A priority by its weight, so that it sorts. */
  @Converter
  public static class PriorityColumn implements AttributeConverter<Priority, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Priority priority) {
      return priority.ordinal();
    }

    @Override
    public Priority convertToEntityAttribute(Integer weight) {
      return Priority.values()[weight];
    }
  }

  /** A visibility by its word. */
  @Converter
  public static class VisibilityColumn implements AttributeConverter<Visibility, String> {
    @Override
    public String convertToDatabaseColumn(Visibility visibility) {
      return visibility.word();
    }

    @Override
    public Visibility convertToEntityAttribute(String word) {
      return visibility(word);
    }
  }

  /** Refs as jsonb. */
  @Converter
  public static class RefsColumn implements AttributeConverter<List<Ref>, Object> {
    @Override
    public Object convertToDatabaseColumn(List<Ref> refs) {
      try {
        PGobject json = new PGobject();
        json.setType("jsonb");
        json.setValue(Json.write(refs));
        return json;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public List<Ref> convertToEntityAttribute(Object json) {
      return refs(json.toString());
    }
  }
}
