package tracker.ops.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schemas of records and their parts, made from types and constraints. */
final class Schemas {
  private static final Map<String, Object> EXAMPLES =
      Map.ofEntries(
          Map.entry("title", "Water the plants"),
          Map.entry("description", "Both windows, **not** the cactus."),
          Map.entry("status", "todo"),
          Map.entry("priority", "normal"),
          Map.entry("due_at", "2026-12-01T09:00:00Z"),
          Map.entry("email", "ann@example.org"),
          Map.entry("password", "seven quiet harbours"),
          Map.entry("name", "Ann"),
          Map.entry("key", "HOME"),
          Map.entry("project", "HOME"),
          Map.entry("id", "019a9f2e-7c3d-7b7e-9d5a-1f6b2c3d4e5f"));

  private final Map<String, Object> components = new TreeMap<>();

  /** All records seen so far, by name. */
  Map<String, Object> components() {
    return components;
  }

  /** A type as a return type or parameter has it. */
  Map<String, Object> of(AnnotatedType type, boolean incoming) {
    return schema(type, incoming, Map.of());
  }

  Map<String, Object> of(Class<?> type, boolean incoming) {
    return plain(type, incoming);
  }

  private Map<String, Object> schema(
      AnnotatedType type, boolean incoming, Map<String, AnnotatedType> bound) {
    if (type.getType() instanceof TypeVariable<?> variable
        && bound.containsKey(variable.getName())) {
      return schema(bound.get(variable.getName()), incoming, Map.of());
    }
    Map<String, Object> schema = bare(type, incoming, bound);
    constrain(schema, type.getAnnotations());
    if (type.isAnnotationPresent(Nullable.class) && !schema.containsKey("$ref")) {
      schema.put("nullable", true);
    }
    return schema;
  }

  private Map<String, Object> bare(
      AnnotatedType type, boolean incoming, Map<String, AnnotatedType> bound) {
    if (!(type instanceof AnnotatedParameterizedType generic)) {
      return type.getType() instanceof Class<?> known ? plain(known, incoming) : map();
    }
    AnnotatedType[] parts = generic.getAnnotatedActualTypeArguments();
    Class<?> raw =
        (Class<?>) ((java.lang.reflect.ParameterizedType) generic.getType()).getRawType();
    if (Collection.class.isAssignableFrom(raw)) {
      return map("type", "array", "items", schema(parts[0], incoming, bound));
    } else if (Map.class.isAssignableFrom(raw)) {
      return map("type", "object", "additionalProperties", schema(parts[1], incoming, bound));
    } else if (raw == Optional.class) {
      return schema(parts[0], incoming, bound);
    } else if (raw.isRecord()) {
      Map<String, AnnotatedType> names = new LinkedHashMap<>();
      StringBuilder name = new StringBuilder(raw.getSimpleName());
      for (int i = 0; i < parts.length; i++) {
        names.put(raw.getTypeParameters()[i].getName(), parts[i]);
        String part = parts[i].getType().getTypeName();
        name.append("Of").append(part.replaceAll(".*[.$]", "").replaceAll("\\W", "_"));
      }
      return component(name.toString(), raw, incoming, names);
    }
    return map();
  }

  private Map<String, Object> plain(Class<?> type, boolean incoming) {
    if (type == String.class) {
      return map("type", "string");
    } else if (type == UUID.class) {
      return map("type", "string", "format", "uuid");
    } else if (type == Instant.class) {
      return map("type", "string", "format", "date-time");
    } else if (type == LocalDate.class) {
      return map("type", "string", "format", "date");
    } else if (type == boolean.class || type == Boolean.class) {
      return map("type", "boolean");
    } else if (type == double.class || type == Double.class || type == BigDecimal.class) {
      return map("type", "number");
    } else if (type == int.class || type == Integer.class) {
      return map("type", "integer", "format", "int32");
    } else if (type == long.class || type == Long.class) {
      return map("type", "integer", "format", "int64");
    } else if (type.isEnum()) {
      return map("type", "string", "enum", words(type));
    }
    return type.isRecord() ? component(type.getSimpleName(), type, incoming, Map.of()) : map();
  }

  private Map<String, Object> component(
      String name, Class<?> type, boolean incoming, Map<String, AnnotatedType> bound) {
    if (!components.containsKey(name)) {
      components.put(name, map()); // a record may hold itself
      components.put(name, record(type, incoming, bound));
    }
    return map("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> record(
      Class<?> type, boolean incoming, Map<String, AnnotatedType> bound) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      String name = PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(part.getName());
      Map<String, Object> schema = schema(part.getAnnotatedType(), incoming, bound);
      if (part.getType() == Optional.class) {
        schema.put("nullable", true);
      }
      if (EXAMPLES.containsKey(name) && "string".equals(schema.get("type"))) {
        schema.put("example", EXAMPLES.get(name));
      }
      properties.put(name, schema);
      if (isRequired(part.getAnnotatedType(), incoming)) {
        required.add(name);
      }
    }
    Map<String, Object> schema = map("type", "object", "properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (incoming) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  private static boolean isRequired(AnnotatedType type, boolean incoming) {
    return type.isAnnotationPresent(NotNull.class)
        || type.isAnnotationPresent(NotBlank.class)
        || type.isAnnotationPresent(NotEmpty.class)
        || (!incoming && !type.isAnnotationPresent(Nullable.class));
  }

  private static void constrain(Map<String, Object> schema, Annotation[] annotations) {
    for (Annotation one : annotations) {
      if (one instanceof Size size) {
        boolean array = "array".equals(schema.get("type"));
        schema.put(array ? "minItems" : "minLength", size.min());
        if (size.max() < Integer.MAX_VALUE) {
          schema.put(array ? "maxItems" : "maxLength", size.max());
        }
      } else if (one instanceof Pattern pattern) {
        schema.put("pattern", "^(?:" + pattern.regexp() + ")$");
      } else if (one instanceof Email) {
        schema.put("format", "email");
      }
    }
  }

  private static List<String> words(Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      try {
        JsonProperty said = type.getField(name).getAnnotation(JsonProperty.class);
        words.add(said == null ? name.toLowerCase(Locale.ROOT) : said.value());
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }
    return words;
  }

  /** A map of names and values in turn, in their order. */
  static Map<String, Object> map(Object... parts) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      map.put((String) parts[i], parts[i + 1]);
    }
    return map;
  }
}
