package tracker.attachment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import tracker.identity.Allowed;
import tracker.identity.Right;
import tracker.shared.Sql;

/** The door to files that go to another instance, or come from one, with what they hang on. */
@Stateless
public class MovedFiles {
  @Inject private Sql sql;
  @Inject private Stores stores;
  @Inject private AttachmentEdit edit;

  /** The bytes of a file, whoever sees it; who asks closes them. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  @Allowed(Right.INTERNAL)
  public InputStream content(UUID id) throws IOException {
    return stores.store().open(id.toString(), 0);
  }

  /** Keeps a file under the id that it had; false where it is here already. */
  @Allowed(Right.INTERNAL)
  public boolean bring(MovedFile moved, Received file) {
    int rows =
        sql.change(
            "insert into attachment.attachment (id, holder, holder_id, name, size, content_type,"
                + " sha256, created_by, created_at, updated_at, deleted_at, version)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?) on conflict do nothing",
            moved.id(),
            moved.holder(),
            moved.holderId(),
            file.name(),
            file.size(),
            file.contentType(),
            file.sha256(),
            moved.createdBy(),
            moved.createdAt(),
            moved.updatedAt(),
            moved.deletedAt(),
            moved.version());
    if (rows == 1) {
      edit.store(moved.id(), file);
    }
    return rows == 1;
  }
}
