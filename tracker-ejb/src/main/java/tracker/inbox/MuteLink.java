package tracker.inbox;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a link in a mail turns off, for whom: it works for whoever has the mail, without signing in.
 * It is proved by a key that only this instance knows.
 *
 * @param what a task, a reason, or all mail
 * @param task the task; null for the others
 * @param reason the reason; null for the others
 */
public record MuteLink(UUID account, What what, @Nullable UUID task, @Nullable Reason reason) {
  /** What is turned off. */
  public enum What {
    TASK,
    REASON,
    MAIL
  }

  private static final int SAID = 1 + 16 + 16;
  private static final int PROOF = 16;

  static MuteLink ofTask(UUID account, UUID task) {
    return new MuteLink(account, What.TASK, task, null);
  }

  static MuteLink ofReason(UUID account, Reason reason) {
    return new MuteLink(account, What.REASON, null, reason);
  }

  static MuteLink ofMail(UUID account) {
    return new MuteLink(account, What.MAIL, null, null);
  }

  /** The text that stands for it in an address. */
  String token(byte[] key) {
    byte[] said = said();
    byte[] all = Arrays.copyOf(said, SAID + PROOF);
    System.arraycopy(proof(key, said), 0, all, SAID, PROOF);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /** What a token says, unproved; empty where it is none. */
  static Optional<MuteLink> read(String token) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(token);
      if (all.length != SAID + PROOF) {
        return Optional.empty();
      }
      ByteBuffer said = ByteBuffer.wrap(all);
      What what = What.values()[said.get()];
      UUID account = new UUID(said.getLong(), said.getLong());
      UUID target = new UUID(said.getLong(), said.getLong());
      return Optional.of(
          switch (what) {
            case TASK -> ofTask(account, target);
            case REASON ->
                ofReason(account, Reason.values()[(int) target.getLeastSignificantBits()]);
            case MAIL -> ofMail(account);
          });
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Whether a token was made with this key. */
  boolean isProved(String token, byte[] key) {
    return MessageDigest.isEqual(
        token.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        token(key).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private byte[] said() {
    Reason because = reason;
    UUID about = task;
    UUID target = about != null ? about : new UUID(0, because == null ? 0 : because.ordinal());
    return ByteBuffer.allocate(SAID)
        .put((byte) what.ordinal())
        .putLong(account.getMostSignificantBits())
        .putLong(account.getLeastSignificantBits())
        .putLong(target.getMostSignificantBits())
        .putLong(target.getLeastSignificantBits())
        .array();
  }

  private static byte[] proof(byte[] key, byte[] said) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(said);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }
}
