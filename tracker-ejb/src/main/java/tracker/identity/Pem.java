package tracker.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.shared.Settings;

/** RSA keys in PEM files (PKCS#8 private, X.509 public), several in one file if need be. */
final class Pem {
  private static final int LEAST_BITS = 2048;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private Pem() {}

  /** The keys in a file, named by their thumbprint (RFC 7638); a bad file is the operator's. */
  static List<RSAKey> read(Path file) {
    try {
      List<RSAKey> keys = new ArrayList<>();
      Matcher blocks = BLOCK.matcher(Files.readString(file));
      while (blocks.find()) {
        keys.add(key(file, blocks.group(1), Base64.getMimeDecoder().decode(blocks.group(2))));
      }
      if (keys.isEmpty()) {
        throw wrong(file);
      }
      return keys;
    } catch (IOException | GeneralSecurityException | JOSEException e) {
      throw wrong(file);
    }
  }

  private static RSAKey key(Path file, String kind, byte[] der)
      throws GeneralSecurityException, JOSEException {
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    RSAKey key =
        switch (kind) {
          case "PUBLIC KEY" ->
              named((RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(der))).build();
          case "PRIVATE KEY" -> pair(rsa, rsa.generatePrivate(new PKCS8EncodedKeySpec(der)));
          default -> throw wrong(file);
        };
    if (key.size() < LEAST_BITS) {
      throw new Settings.Wrong(
          "The key in " + file + " has fewer than " + LEAST_BITS + " bits; make a longer one.");
    }
    return key;
  }

  private static RSAKey pair(KeyFactory rsa, PrivateKey secret)
      throws GeneralSecurityException, JOSEException {
    RSAPrivateCrtKey parts = (RSAPrivateCrtKey) secret;
    BigInteger exponent = parts.getPublicExponent();
    RSAPublicKey open =
        (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(parts.getModulus(), exponent));
    return named(open).privateKey(secret).build();
  }

  private static RSAKey.Builder named(RSAPublicKey key) throws JOSEException {
    return new RSAKey.Builder(key)
        .keyUse(com.nimbusds.jose.jwk.KeyUse.SIGNATURE)
        .algorithm(com.nimbusds.jose.JWSAlgorithm.RS256)
        .keyIDFromThumbprint();
  }

  /** A private key as text for a file. */
  static String write(KeyPair pair) {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  private static Settings.Wrong wrong(Path file) {
    return new Settings.Wrong(
        "The key file "
            + file
            + " cannot be read as an RSA key in PEM (BEGIN PRIVATE KEY or BEGIN PUBLIC KEY).");
  }
}
