package tracker.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.shared.Clock;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.Sql;
import tracker.shared.SqlFailure;

/**
 * One call with an Idempotency-Key. The key is claimed in a transaction that the doors join, and
 * the answer is kept in the same transaction: either all of it is there or nothing, whatever dies
 * in between.
 */
@RequestScoped
public class Idempotency {
  /** For how long an answer is kept. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final String LOCK_TIMEOUT = "55P03";

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Fingerprint fingerprint;
  @Resource private UserTransaction transaction;

  private @Nullable String caller;
  private @Nullable String key;

  private record Found(boolean claimed, byte @Nullable [] fingerprint, @Nullable Kept answer) {}

  /**
   * Begins a call: empty where it is the first under its key (a transaction is open then), else the
   * kept answer. Another request under the same key: 422; still running after 10 s: 409.
   *
   * @param request what must be equal: method, path and body
   */
  public Optional<Kept> begin(String caller, String key, byte[]... request) {
    byte[] print = fingerprint.of(request);
    Found found;
    try {
      transaction.begin();
      this.caller = caller;
      this.key = key;
      found = claim(caller, key, print);
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException(e);
    } catch (SqlFailure e) {
      giveUp();
      throw LOCK_TIMEOUT.equals(e.state())
          ? Problem.of(CommonProblem.STILL_RUNNING).retryAfter(1)
          : e;
    }
    if (found.claimed) {
      return Optional.empty();
    }
    giveUp();
    if (!MessageDigest.isEqual(print, found.fingerprint)) {
      throw Problem.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
    }
    return Optional.ofNullable(found.answer);
  }

  private Found claim(String caller, String key, byte[] print) {
    return sql.first(
            "select claimed, fingerprint, status, headers, body from ops.claim(?, ?, ?, ?, ?)",
            Idempotency::read,
            caller,
            key,
            print,
            clock.now(),
            clock.now().minus(KEPT))
        .orElseThrow();
  }

  private static Found read(ResultSet row) throws SQLException {
    String headers = row.getString("headers");
    return new Found(
        row.getBoolean("claimed"),
        row.getBytes("fingerprint"),
        headers == null
            ? null
            : new Kept(row.getInt("status"), map(headers), row.getBytes("body")));
  }

  private static Map<String, String> map(String json) {
    try {
      return Json.shared().readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("ops.idempotency holds headers that are no JSON", e);
    }
  }

  /** Whether the transaction of a first call is open. */
  public boolean isOpen() {
    return key != null;
  }

  /** Keeps the answer and commits it together with what the call did. */
  public void finish(Kept answer) {
    try {
      sql.change(
          "update ops.idempotency set status = ?, headers = ?, body = ? where caller = ? and key = ?",
          answer.status(),
          Json.write(answer.headers()),
          answer.body(),
          caller,
          key);
      transaction.commit();
      key = null;
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new IllegalStateException(e);
    } finally {
      giveUp();
    }
  }

  /** Takes everything back; does nothing where no call is open. */
  public void giveUp() {
    if (key == null) {
      return;
    }
    key = null;
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }
}
