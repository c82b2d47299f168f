package tracker.parcel;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.project.MemberRole;
import tracker.project.Visibility;
import tracker.work.Priority;
import tracker.work.Ref;
import tracker.work.TaskType;
import tracker.workflow.Category;
import tracker.workflow.Status;
import tracker.workflow.Transition;

/** The parts of a project's document, in the same shape on the way out and on the way in. */
public final class Packed {
  private static final String REQUIRED = "{invalid.required}";
  private static final String SIZE = "{invalid.size}";
  private static final String COUNT = "{invalid.count}";
  private static final String LEAST = "{invalid.parcel_number}";

  private Packed() {}

  /** The project itself. */
  public record Project(
      @NotNull(message = REQUIRED) UUID id,
      @NotNull(message = REQUIRED) @Pattern(regexp = Parcels.KEY, message = "{invalid.project_key}")
          String key,
      @NotBlank(message = REQUIRED) @Size(min = 1, max = 100, message = SIZE) String name,
      @Nullable @Size(min = 0, max = 10_000, message = SIZE) String description,
      @NotNull(message = REQUIRED) Visibility visibility,
      @Min(value = 0, message = LEAST) long lastNumber,
      @NotNull(message = REQUIRED) @Person UUID createdBy,
      @NotNull(message = REQUIRED) Instant createdAt,
      @NotNull(message = REQUIRED) Instant updatedAt,
      @Min(value = 1, message = LEAST) long version) {}

  /** Somebody of the project. */
  public record Member(
      @NotNull(message = REQUIRED) @Person UUID person,
      @NotNull(message = REQUIRED) MemberRole role) {}

  /** Its rules, where it named its own. */
  public record Rules(
      @NotNull(message = REQUIRED) UUID id,
      @NotNull(message = REQUIRED) @Size(min = 1, max = 50, message = COUNT)
          List<@NotNull(message = REQUIRED) @Valid Status> statuses,
      @NotNull(message = REQUIRED) @Size(max = 500, message = COUNT)
          List<@NotNull(message = REQUIRED) @Valid Transition> transitions,
      @Min(value = 1, message = LEAST) long version) {}

  /** A tag that some task carries. */
  public record Tag(
      @NotBlank(message = REQUIRED) @Size(min = 1, max = 50, message = SIZE) String name,
      @NotNull(message = REQUIRED) @Pattern(regexp = "#[0-9a-f]{6}", message = "{invalid.colour}")
          String colour) {}

  /** A task. Its status is the word of a category or the name of a status, as in its view. */
  public record Task(
      @NotNull(message = REQUIRED) UUID id,
      @Min(value = 1, message = LEAST) long number,
      @NotBlank(message = REQUIRED) @Size(min = 1, max = 500, message = SIZE) String title,
      @Nullable @Size(min = 0, max = 50_000, message = SIZE) String description,
      @NotBlank(message = REQUIRED) @Size(min = 1, max = 50, message = SIZE) String status,
      @NotNull(message = REQUIRED) Priority priority,
      @Nullable Instant dueAt,
      @Nullable @Person UUID assignee,
      @Nullable UUID parentId,
      @NotNull(message = REQUIRED)
          @Pattern(regexp = TaskType.SHAPE, message = "{invalid.task_type}")
          String type,
      @NotNull(message = REQUIRED) @Size(max = 20, message = COUNT)
          List<@NotNull(message = REQUIRED) @Valid Ref> refs,
      @NotNull(message = REQUIRED)
          @Pattern(regexp = "[0-9a-z]{0,1000}[1-9a-z]", message = "{invalid.parcel_rank}")
          String rank,
      @NotNull(message = REQUIRED) @Size(max = 50, message = COUNT)
          List<@NotNull(message = REQUIRED) String> tags,
      @NotNull(message = REQUIRED) List<@NotNull(message = REQUIRED) @Valid Step> steps,
      @NotNull(message = REQUIRED) @Person UUID createdBy,
      @NotNull(message = REQUIRED) Instant createdAt,
      @NotNull(message = REQUIRED) Instant updatedAt,
      @Nullable Instant closedAt,
      @Nullable Instant deletedAt,
      @Min(value = 1, message = LEAST) long version) {}

  /** When a task went from one category to another, for reports; null is not being there. */
  public record Step(
      @NotNull(message = REQUIRED) Instant at, @Nullable Category was, @Nullable Category became) {}

  /** A comment. */
  public record Comment(
      @NotNull(message = REQUIRED) UUID id,
      @NotNull(message = REQUIRED) UUID taskId,
      @NotBlank(message = REQUIRED) @Size(min = 1, max = 50_000, message = SIZE) String body,
      @NotNull(message = REQUIRED)
          @JsonSerialize(contentUsing = Person.Writer.class)
          @JsonDeserialize(contentUsing = Person.Reader.class)
          List<@NotNull(message = REQUIRED) UUID> mentions,
      @NotNull(message = REQUIRED) @Person UUID createdBy,
      @NotNull(message = REQUIRED) Instant createdAt,
      @NotNull(message = REQUIRED) Instant updatedAt,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt,
      @Min(value = 1, message = LEAST) long version) {}

  /** A link between two of its tasks. */
  public record Link(
      @NotNull(message = REQUIRED) UUID id,
      @NotNull(message = REQUIRED)
          @Pattern(regexp = "blocks|relates|duplicates|precedes", message = "{invalid.parcel_link}")
          String type,
      @NotNull(message = REQUIRED) UUID fromId,
      @NotNull(message = REQUIRED) UUID toId,
      @NotNull(message = REQUIRED) @Person UUID createdBy,
      @NotNull(message = REQUIRED) Instant createdAt,
      @NotNull(message = REQUIRED) Instant updatedAt,
      @Nullable Instant deletedAt,
      @Min(value = 1, message = LEAST) long version) {}

  /** What was recorded of one of these. */
  public record Entry(
      @NotNull(message = REQUIRED) UUID id,
      @NotNull(message = REQUIRED)
          @Pattern(
              regexp = "project|workflow|task|comment|link|attachment",
              message = "{invalid.parcel_entity}")
          String entity,
      @NotNull(message = REQUIRED) UUID entityId,
      @Nullable UUID scope,
      @Nullable UUID about,
      @NotNull(message = REQUIRED) Instant at,
      @Nullable @Person UUID actor,
      @NotNull(message = REQUIRED) UUID operationId,
      @NotBlank(message = REQUIRED) @Size(min = 1, max = 200, message = SIZE) String field,
      @Nullable JsonNode old,
      @JsonProperty("new") @Nullable JsonNode now) {}

  /** A file without its bytes, which stand in the document as {@code content}. */
  public record File(
      @NotNull(message = REQUIRED) UUID id,
      @NotNull(message = REQUIRED) UUID taskId,
      @NotBlank(message = REQUIRED) @Size(min = 1, max = 255, message = SIZE) String name,
      @Min(value = 0, message = LEAST) long size,
      @NotNull(message = REQUIRED) String contentType,
      @NotNull(message = REQUIRED)
          @Pattern(regexp = "[0-9a-f]{64}", message = "{invalid.parcel_sha256}")
          String sha256,
      @NotNull(message = REQUIRED) @Person UUID createdBy,
      @NotNull(message = REQUIRED) Instant createdAt,
      @NotNull(message = REQUIRED) Instant updatedAt,
      @Nullable Instant deletedAt,
      @Min(value = 1, message = LEAST) long version) {}
}
