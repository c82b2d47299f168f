package tracker.attachment;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps bytes under names, for this capability and for others that look after their own. A name of
 * others is an id, a dot and a word: the sweep leaves it alone.
 */
@ApplicationScoped
public class Vault {
  private static final Logger LOG = Logger.getLogger(Vault.class.getName());

  @Resource private TransactionSynchronizationRegistry transaction;
  @Inject private Stores stores;

  /** Takes a file over; its bytes go again if the transaction does not commit. */
  public void keep(String name, Path file) {
    transaction.registerInterposedSynchronization(new TakenBack(stores.store(), name));
    stores.store().keep(name, file);
  }

  /** The same for work that is done again until it is done, and overwrites what it left. */
  public void put(String name, Path file) {
    stores.store().keep(name, file);
  }

  /** The bytes; the caller closes. */
  public InputStream open(String name) throws IOException {
    return stores.store().open(name, 0);
  }

  /** Removes them; nothing where they are not there. */
  public void remove(String name) {
    stores.store().remove(name);
  }

  /** Where a file may lie on its way into the vault. */
  public Path arrivals() {
    return stores.settings().arrivals();
  }

  /** An answer with a picture that never changes under its name. */
  public Download picture(String name, String contentType, long size, Download.Wish wish) {
    return Download.forever(stores.store(), name, contentType, size, wish);
  }

  /** Removes the bytes where the row did not come to stay. */
  private record TakenBack(Store store, String name) implements Synchronization {
    @Override
    public void beforeCompletion() {
      // the bytes are there by now
    }

    @Override
    public void afterCompletion(int status) {
      if (status != Status.STATUS_COMMITTED) {
        try {
          store.remove(name);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "A file without a row stays until the next sweep", e);
        }
      }
    }
  }
}
