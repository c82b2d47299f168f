package tracker.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of one moment: one signs, all verify. */
record KeyRing(RSAKey signing, Map<String, RSAKey> byId) {
  /** The first key with a private half signs. */
  static KeyRing of(List<RSAKey> keys) {
    Map<String, RSAKey> byId = new LinkedHashMap<>();
    RSAKey signing = null;
    for (RSAKey key : keys) {
      signing = signing == null && key.isPrivate() ? key : signing;
      byId.putIfAbsent(key.getKeyID(), key.toPublicJWK());
    }
    if (signing == null) {
      throw new IllegalArgumentException("No key can sign");
    }
    return new KeyRing(signing, byId);
  }

  @Nullable RSAKey named(@Nullable String kid) {
    return kid == null ? null : byId.get(kid);
  }

  /** The public halves, as GET /.well-known/jwks.json shows them. */
  Map<String, Object> shown() {
    List<JWK> keys = List.copyOf(byId.values());
    return new JWKSet(keys).toJSONObject(true);
  }
}
