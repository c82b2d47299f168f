package tracker.parcel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tracker.shared.Json;
import tracker.shared.Sql;

/** Writes a project down as it is at one moment, so many rows in memory at a time. */
@Dependent
class Packing {
  static final String FORMAT = "gerask-project";
  static final int VERSION = 1;

  /** How many rows are in memory at a time. */
  static final int PART = 1000;

  private final Sql sql;

  @Inject
  Packing(Sql sql) {
    this.sql = sql;
  }

  /**
   * Writes the document up to its files, which go apart as a line each: their bytes are put between
   * while they are sent. All statements see the database as the first of them does.
   *
   * @param emails whether people are told by their e-mail, else by their id
   */
  @Transactional(TxType.REQUIRES_NEW)
  void write(UUID project, boolean emails, OutputStream text, OutputStream files) {
    sql.change("set transaction isolation level repeatable read, read only");
    People people = People.of(sql, project, emails);
    ObjectWriter writer =
        Json.shared()
            .writer()
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .withAttribute(Person.KNOWN, people.refs());
    try {
      JsonGenerator json = Json.shared().createGenerator(text);
      new Sheet(sql, project, json, writer).fill(people);
      // its end comes when its files have been sent
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql.walk(
        PART, Rows.FILES, row -> row.getString(1), part -> lines(part, writer, files), project);
  }

  private static void lines(List<String> rows, ObjectWriter writer, OutputStream files) {
    try {
      for (String row : rows) {
        String line = writer.writeValueAsString(read(row, Packed.File.class)) + "\n";
        files.write(line.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String row, Class<T> type) {
    try {
      return Json.shared().readValue(row, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row that is no " + type.getSimpleName(), e);
    }
  }

  /** One document while it is written. */
  private record Sheet(Sql sql, UUID project, JsonGenerator json, ObjectWriter writer) {
    void fill(People people) throws IOException {
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeNumberField("version", VERSION);
      json.writeFieldName("people");
      writer.writeValue(json, people.told());
      one("project", Rows.PROJECT, Packed.Project.class);
      members(people.order());
      one("workflow", Rows.RULES, Packed.Rules.class);
      many("tags", Rows.TAGS, Packed.Tag.class, tag -> tag);
      many("tasks", Rows.TASKS, Packed.Task.class, task -> task);
      many("comments", Rows.COMMENTS, Packed.Comment.class, one -> sorted(one, people.order()));
      many("links", Rows.LINKS, Packed.Link.class, link -> link);
      many("history", Rows.HISTORY, Packed.Entry.class, new Values(people.refs())::of);
      leftOut();
      json.writeArrayFieldStart("attachments");
    }

    private <T> void one(String name, String select, Class<T> type) throws IOException {
      json.writeFieldName(name);
      writer.writeValue(
          json, sql.first(select, row -> read(row.getString(1), type), project).orElse(null));
    }

    private void members(Comparator<UUID> order) throws IOException {
      List<Packed.Member> members =
          sql.list(Rows.MEMBERS, row -> read(row.getString(1), Packed.Member.class), project);
      json.writeFieldName("members");
      writer.writeValue(
          json,
          members.stream().sorted(Comparator.comparing(Packed.Member::person, order)).toList());
    }

    private <T> void many(String name, String select, Class<T> type, UnaryOperator<T> made)
        throws IOException {
      json.writeArrayFieldStart(name);
      sql.walk(
          PART,
          select,
          row -> row.getString(1),
          part -> {
            try {
              for (String row : part) {
                writer.writeValue(json, made.apply(read(row, type)));
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          project);
      json.writeEndArray();
    }

    private static Packed.Comment sorted(Packed.Comment one, Comparator<UUID> order) {
      List<UUID> mentions = new ArrayList<>(one.mentions());
      mentions.sort(order);
      return new Packed.Comment(
          one.id(),
          one.taskId(),
          one.body(),
          mentions,
          one.createdBy(),
          one.createdAt(),
          one.updatedAt(),
          one.editedAt(),
          one.deletedAt(),
          one.version());
    }

    private void leftOut() throws IOException {
      json.writeFieldName("left_out");
      writer.writeValue(
          json,
          sql.first(
                  Rows.LEFT_OUT,
                  row -> {
                    Map<String, Long> many = new TreeMap<>();
                    many.put("links", row.getLong("links"));
                    many.put("parents", row.getLong("parents"));
                    return many;
                  },
                  project)
              .orElseThrow());
    }
  }
}
