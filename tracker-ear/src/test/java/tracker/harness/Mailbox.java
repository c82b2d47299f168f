package tracker.harness;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.server.SMTPServer;
import tracker.harness.People.Person;

/** The mail server that the product hands its mails to, with a box for each address. */
public final class Mailbox {
  // a product that runs already was told its mail server when it started
  private static final int PORT = Integer.getInteger("product.smtp", Ports.free());
  private static final long SOON = 30;
  private static final Map<String, BlockingQueue<Letter>> BOXES = new ConcurrentHashMap<>();
  private static @Nullable SMTPServer server;

  /** A letter: its subject, its two forms, and all of its headers. */
  public record Letter(String subject, String text, @Nullable String html, MimeMessage whole) {
    /** The only value of a header. */
    public String header(String name) {
      try {
        String[] values = whole.getHeader(name);
        if (values == null || values.length != 1) {
          throw new AssertionError("No " + name + " in " + subject);
        }
        return values[0].replaceAll("\r\n\\s+", " ");
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final BlockingQueue<Letter> letters;

  private Mailbox(BlockingQueue<Letter> letters) {
    this.letters = letters;
  }

  /** What the product has to be told. */
  static Map<String, String> settings() {
    open();
    return Map.of("SMTP_HOST", "127.0.0.1", "SMTP_PORT", Integer.toString(PORT));
  }

  /** The box of somebody. */
  public static Mailbox of(Person person) {
    return of(person.email());
  }

  public static Mailbox of(String address) {
    open();
    return new Mailbox(box(address));
  }

  private static BlockingQueue<Letter> box(String address) {
    return BOXES.computeIfAbsent(
        address.toLowerCase(Locale.ROOT), one -> new LinkedBlockingQueue<>());
  }

  /** The next letter that is meant; others are thrown away. */
  public Letter next(Predicate<Letter> wanted) {
    try {
      Letter letter;
      do {
        letter = letters.poll(SOON, TimeUnit.SECONDS);
        if (letter == null) {
          throw new AssertionError("No letter came within " + SOON + " s");
        }
      } while (!wanted.test(letter));
      return letter;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many letters lie here that nobody took. */
  public int waiting() {
    return letters.size();
  }

  private static synchronized void open() {
    if (server == null) {
      SMTPServer made =
          new SMTPServer.Builder()
              .bindAddress(InetAddress.getLoopbackAddress())
              .port(PORT)
              .messageHandler((context, from, to, data) -> box(to).add(read(data)))
              .build();
      made.start();
      Runtime.getRuntime().addShutdownHook(new Thread(made::stop, "stop-mail"));
      server = made;
    }
  }

  private static Letter read(byte[] data) {
    try {
      Session none = Session.getInstance(new Properties());
      MimeMessage whole = new MimeMessage(none, new ByteArrayInputStream(data));
      String html = part(whole, "text/html");
      String text = part(whole, "text/plain");
      return new Letter(whole.getSubject(), text == null ? "" : text, html, whole);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String part(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        String found = part(several.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
