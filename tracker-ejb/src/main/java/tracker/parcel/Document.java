package tracker.parcel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tracker.shared.Json;
import tracker.shared.Problem;

/**
 * A project's document while it is read: part after part in their one order, so many rows in memory
 * at a time. What is wrong is told with its place.
 */
final class Document {
  /** The field that refusals of the whole are told under. */
  static final String FIELD = "file";

  private static final String CONTENT = "content";
  private static final List<String> PARTS =
      List.of(
          "format",
          "version",
          "people",
          "project",
          "members",
          "workflow",
          "tags",
          "tasks",
          "comments",
          "links",
          "history",
          "left_out",
          "attachments");

  private final JsonParser json;
  private Map<String, String> accounts = Map.of();
  private String place = "";

  private Document(JsonParser json) {
    this.json = json;
  }

  /** Takes one part; it reads exactly its value. */
  @FunctionalInterface
  interface Taker {
    void take(Document document, String part) throws IOException;
  }

  /** Takes so many rows of a part. */
  @FunctionalInterface
  interface Rows<T> {
    /** The first of them stands at this index. */
    void take(int first, List<T> rows);
  }

  /** Takes one file with its bytes; null where the document has none. */
  @FunctionalInterface
  interface Bytes {
    void take(int index, Packed.File file, @Nullable InputStream content) throws IOException;
  }

  /** Reads a document; 422 names the line and column, or the field, where it is none of ours. */
  static void read(Path file, Taker taker) {
    try (JsonParser json = Json.shared().createParser(file.toFile())) {
      Document document = new Document(json);
      try {
        document.walk(taker);
      } catch (JsonProcessingException e) {
        throw document.refusal(e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void walk(Taker taker) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw Problem.invalid(FIELD, "invalid.parcel");
    }
    int next = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (next == 0 && !name.equals(PARTS.get(0))) {
        throw Problem.invalid(FIELD, "invalid.parcel");
      }
      place = name;
      if (!PARTS.contains(name)) {
        throw Problem.invalid(name, "invalid.unknown");
      }
      if (next == PARTS.size() || !name.equals(PARTS.get(next))) {
        throw Problem.invalid(name, "invalid.parcel_order", String.join(", ", PARTS));
      }
      next++;
      json.nextToken();
      taker.take(this, name);
    }
    if (next == 0) {
      throw Problem.invalid(FIELD, "invalid.parcel");
    }
    if (next < PARTS.size()) {
      throw Problem.invalid(PARTS.get(next), "invalid.required");
    }
    if (json.nextToken() != null) {
      throw cut(json);
    }
  }

  /** What accounts the references of this document mean, for all that follows. */
  void know(Map<String, String> byReference) {
    accounts = byReference;
  }

  Map<String, String> accounts() {
    return accounts;
  }

  /** The value of a part; null where it is null. */
  <T> @Nullable T one(Class<T> type) throws IOException {
    return reader().forType(type).readValue(json);
  }

  /** The rows of a part. */
  <T> void each(Class<T> type, Rows<T> rows) throws IOException {
    String part = place;
    openList();
    ObjectReader reader = reader().forType(type);
    List<T> found = new ArrayList<>();
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      place = part + "[" + index + "]";
      T row = reader.readValue(json);
      if (row == null) {
        throw Problem.invalid(place, "invalid.required");
      }
      found.add(row);
      index++;
      if (found.size() == Packing.PART) {
        rows.take(index - found.size(), found);
        found = new ArrayList<>();
      }
    }
    if (!found.isEmpty()) {
      rows.take(index - found.size(), found);
    }
  }

  /** The files; their bytes never are in memory. */
  void files(Bytes bytes) throws IOException {
    String part = place;
    openList();
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      place = part + "[" + index + "]";
      if (!json.hasToken(JsonToken.START_OBJECT)) {
        throw Problem.invalid(place, "invalid.type");
      }
      Path content = Files.createTempFile("gerask-file", null);
      try {
        ObjectNode row = Json.shared().createObjectNode();
        boolean full = file(row, content);
        Packed.File file = reader().forType(Packed.File.class).readValue(row);
        try (InputStream in = Files.newInputStream(content)) {
          bytes.take(index, file, full ? in : null);
        }
      } finally {
        Files.deleteIfExists(content);
      }
      index++;
    }
  }

  /** Reads the fields of a file, its bytes apart; tells whether it has any. */
  private boolean file(ObjectNode row, Path content) throws IOException {
    boolean full = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (!name.equals(CONTENT)) {
        row.set(name, reader().readTree(json));
      } else if (value == JsonToken.VALUE_STRING) {
        try (OutputStream out = Files.newOutputStream(content)) {
          json.readBinaryValue(out);
        } catch (IllegalArgumentException e) {
          throw Problem.invalid(place + "." + CONTENT, "invalid.type"); // is no base64
        }
        full = true;
      } else if (value != JsonToken.VALUE_NULL) {
        throw Problem.invalid(place + "." + CONTENT, "invalid.type");
      }
    }
    return full;
  }

  /** What stayed where the document comes from. */
  void leftOut(Load load) throws IOException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      throw Problem.invalid(place, "invalid.type");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      Integer many = one(Integer.class);
      if (many == null || !load.leftOut().containsKey(name)) {
        throw Problem.invalid(place + "." + name, "invalid.unknown");
      }
      load.stayed(name, many);
    }
  }

  private void openList() {
    if (!json.hasToken(JsonToken.START_ARRAY)) {
      throw Problem.invalid(place, "invalid.type");
    }
  }

  private ObjectReader reader() {
    return Json.shared()
        .reader()
        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .withAttribute(Person.KNOWN, accounts);
  }

  private Problem refusal(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping)
        || e.getCause() instanceof StreamReadException) {
      return cut(json);
    }
    StringBuilder path = new StringBuilder(place);
    for (JsonMappingException.Reference one : mapping.getPath()) {
      String name = one.getFieldName();
      path.append(name == null ? "[" + one.getIndex() + "]" : "." + name);
    }
    boolean unknown = e instanceof UnrecognizedPropertyException;
    return Problem.invalid(path.toString(), unknown ? "invalid.unknown" : "invalid.type");
  }

  private static Problem cut(JsonParser json) {
    return Problem.invalid(
        FIELD,
        "invalid.parcel_cut",
        Integer.toString(json.currentLocation().getLineNr()),
        Integer.toString(json.currentLocation().getColumnNr()));
  }
}
