package tracker.parcel;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Arrivals;
import tracker.attachment.MovedFile;
import tracker.attachment.MovedFiles;
import tracker.attachment.Received;
import tracker.journal.Arrived;
import tracker.shared.Problem;

/** Keeps the files of a project; those without their bytes stay away. */
@Dependent
class Contents {
  private final Proving proving;
  private final Arrivals arrivals;
  private final MovedFiles moved;
  private final Event<Arrived> arrived;

  @Inject
  Contents(Proving proving, Arrivals arrivals, MovedFiles moved, Event<Arrived> arrived) {
    this.proving = proving;
    this.arrivals = arrivals;
    this.moved = moved;
    this.arrived = arrived;
  }

  void keep(Load load, int index, Packed.File row, @Nullable InputStream bytes) throws IOException {
    String place = "attachments[" + index + "]";
    proving.shape(place, row);
    proving.fresh("attachments", index, "attachment.attachment", List.of(row.id()));
    proving.tasks("attachments", index, "task_id", List.of(row), load, Packed.File::taskId);
    if (bytes == null) {
      load.stayed("attachments", 1);
      return;
    }
    // by the same way as any file: its size, its kind, and what a scanner says
    Received file = arrivals.receive(bytes, row.name());
    try {
      if (!file.sha256().equals(row.sha256()) || file.size() != row.size()) {
        throw Problem.invalid(place + ".sha256", "invalid.parcel_content");
      }
      MovedFile its =
          new MovedFile(
              row.id(),
              "task",
              row.taskId(),
              row.createdBy(),
              row.createdAt(),
              row.updatedAt(),
              row.deletedAt(),
              row.version());
      if (!moved.bring(its, file)) {
        throw Proving.here(place + ".id", row.id());
      }
    } finally {
      arrivals.forget(file);
    }
    load.came("attachments", 1);
    arrived.fire(new Arrived(List.of(row.id())));
  }
}
