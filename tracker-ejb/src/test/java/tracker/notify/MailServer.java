package tracker.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.AuthenticationHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server; where it speaks TLS, with a certificate that nobody signed. */
final class MailServer implements AutoCloseable {
  private static final String WORD = "changeit";
  private static @Nullable SSLContext certificate;

  private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
  private final AtomicInteger upgrades = new AtomicInteger();
  private final AtomicInteger signIns = new AtomicInteger();
  private final SMTPServer server;

  private MailServer(boolean tls, boolean refuses) {
    SMTPServer.Builder builder =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getLoopbackAddress())
            .port(0)
            .messageHandler(
                (context, from, to, data) -> {
                  if (refuses) {
                    throw new RejectException(550, "No such mailbox: " + to);
                  }
                  received.add(data);
                })
            .authenticationHandlerFactory(new Asked());
    if (tls) {
      SSLContext own = certificate();
      builder
          .enableTLS()
          .startTlsSocketFactory(
              plain -> {
                upgrades.incrementAndGet();
                SSLSocket secure =
                    (SSLSocket)
                        own.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
                secure.setUseClientMode(false);
                return secure;
              });
    }
    server = builder.build();
    server.start();
  }

  static MailServer withTls() {
    return new MailServer(true, false);
  }

  static MailServer plain() {
    return new MailServer(false, false);
  }

  static MailServer refusing() {
    return new MailServer(false, true);
  }

  int port() {
    return server.getPortAllocated();
  }

  byte[] received() throws InterruptedException {
    byte[] one = received.poll(10, TimeUnit.SECONDS);
    if (one == null) {
      throw new AssertionError("No letter came");
    }
    return one;
  }

  /** What is there already, if anything. */
  byte @Nullable [] nothing() {
    return received.poll();
  }

  /** How many connections went over to TLS. */
  int upgrades() {
    return upgrades.get();
  }

  boolean wasAskedToSignIn() {
    return signIns.get() > 0;
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Lets everybody in, and notes that somebody came. */
  private final class Asked implements org.subethamail.smtp.AuthenticationHandlerFactory {
    @Override
    public List<String> getAuthenticationMechanisms() {
      return List.of("PLAIN", "LOGIN");
    }

    @Override
    public AuthenticationHandler create() {
      return new AuthenticationHandler() {
        @Override
        public java.util.Optional<String> auth(
            String line, org.subethamail.smtp.MessageContext context) {
          signIns.incrementAndGet();
          return java.util.Optional.empty();
        }

        @Override
        public Object getIdentity() {
          return "somebody";
        }
      };
    }
  }

  private static synchronized SSLContext certificate() {
    SSLContext made = certificate;
    if (made == null) {
      made = made();
      certificate = made;
    }
    return made;
  }

  private static SSLContext made() {
    try {
      Path folder = Files.createTempDirectory("mail-server");
      Path store = folder.resolve("own.p12");
      new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-alias",
              "own",
              "-keyalg",
              "EC",
              "-dname",
              "CN=elsewhere",
              "-storetype",
              "PKCS12",
              "-storepass",
              WORD,
              "-keystore",
              store.toString())
          .inheritIO()
          .start()
          .waitFor();
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, WORD.toCharArray());
      }
      Files.delete(store);
      Files.delete(folder);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, WORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException("No certificate", e);
    }
  }
}
