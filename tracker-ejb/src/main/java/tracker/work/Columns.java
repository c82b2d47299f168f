package tracker.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PGobject;
import tracker.shared.Json;
import tracker.workflow.Category;
import tracker.workflow.Standing;

/** How the words of work are kept in columns. */
final class Columns {
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private Columns() {}

  /** The constant behind a kept word. */
  static Category category(String word) {
    return Category.of(word).orElseThrow(() -> new IllegalStateException("No category: " + word));
  }

  /** The priority of a kept weight. */
  static Priority priority(int weight) {
    return PRIORITIES.get(weight);
  }

  /** Where a task stands. */
  static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        category(row.getString("status")),
        row.getString("status_name"),
        row.getBoolean("status_aside"));
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

  /** A category by its word. */
  @Converter
  public static class CategoryColumn implements AttributeConverter<Category, String> {
    @Override
    public String convertToDatabaseColumn(Category category) {
      return category.word();
    }

    @Override
    public Category convertToEntityAttribute(String word) {
      return category(word);
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
      return priority(weight);
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
