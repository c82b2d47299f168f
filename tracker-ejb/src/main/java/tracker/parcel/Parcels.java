package tracker.parcel;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Arrivals;
import tracker.attachment.MovedFiles;
import tracker.identity.Allowed;
import tracker.identity.Caller;
import tracker.identity.Right;
import tracker.project.ProjectFound;
import tracker.project.Projects;
import tracker.project.Reach;
import tracker.shared.Problem;

/** The door to whole projects that leave, and to those that come from another instance. */
@Stateless
public class Parcels {
  /** The shape of a project's key. */
  static final String KEY = "[A-Z][A-Z0-9]{1,9}";

  private static final Pattern SHAPE = Pattern.compile(KEY);

  @EJB private Projects projects;
  @Inject private Packing packing;
  @Inject private Unpacking unpacking;
  @EJB private MovedFiles contents;
  @Inject private Arrivals arrivals;
  @Inject private Caller caller;
  @Resource private SessionContext context;

  /**
   * A project with all that belongs to it, as it is now.
   *
   * @param files whether the bytes of its files go along
   */
  // the rows are written down in a transaction of their own, which a slow reader does not hold
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @Allowed(Right.PROJECT_MANAGE)
  public ParcelFile export(String project, boolean files) {
    ProjectFound found = projects.reached(project, Reach.MANAGE);
    try {
      Path text = Files.createTempFile("gerask-parcel", null);
      Path lines = Files.createTempFile("gerask-parcel", null);
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(text), 1 << 16);
            OutputStream more = new BufferedOutputStream(Files.newOutputStream(lines))) {
          packing.write(found.id(), caller.isAdmin(), out, more);
        }
        return new ParcelFile(found.key(), open(text), open(lines), files ? contents : null);
      } finally {
        // they live on without a name until they are sent
        Files.deleteIfExists(text);
        Files.deleteIfExists(lines);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file);
  }

  /** Refuses who may not, and a key that is none, before a document is read. */
  @Allowed(Right.ADMIN)
  public void offer(@Nullable String key) {
    if (key != null && !SHAPE.matcher(key).matches()) {
      throw Problem.invalid("key", "invalid.project_key");
    }
  }

  /** How many bytes a document may have: what one account may keep. */
  @Allowed(Right.ADMIN)
  public long largest() {
    return arrivals.largestProject();
  }

  /**
   * Brings a project in, or refuses it as a whole.
   *
   * @param key what it is to be called here; as in the document where null
   */
  @Allowed(Right.ADMIN)
  public ParcelResult bring(Path document, @Nullable String key) {
    offer(key);
    return unpacking.take(document, key, false);
  }

  /** What {@link #bring} would say; nothing is changed. */
  // by the very same way, and then taken back: in a transaction of its own, so that nothing else is
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @Allowed(Right.ADMIN)
  public ParcelResult preview(Path document, @Nullable String key) {
    offer(key);
    ParcelResult result = unpacking.take(document, key, true);
    context.setRollbackOnly();
    caller.forgetOperation();
    return result;
  }
}
