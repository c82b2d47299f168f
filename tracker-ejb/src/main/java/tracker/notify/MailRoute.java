package tracker.notify;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands e-mail to the mail server. With a password it goes over TLS with a certificate that proves
 * the server, or not at all; without one TLS is taken where the server offers it (RFC 7435). Where
 * no server is set, the log is the mailbox: it tells the subject, never the address.
 */
final class MailRoute {
  private static final Logger LOG = Logger.getLogger(MailRoute.class.getName());
  private static final String CONNECT = "3000";
  private static final String ANSWER = "8000";
  private static final int IMPLICIT_TLS = 465;

  private final NotifySettings settings;
  private final ScheduledExecutorService watch;
  private final Duration longest;

  /**
   * A way to the mail server.
   *
   * @param longest how long a try takes at most
   */
  MailRoute(NotifySettings settings, ScheduledExecutorService watch, Duration longest) {
    this.settings = settings;
    this.watch = watch;
    this.longest = longest;
  }

  /** Hands it over; a replay is known by the same Message-ID. */
  void send(Message.Mail mail, UUID event, Instant now) throws Undelivered {
    NotifySettings.Server server = settings.server();
    if (server == null) {
      LOG.log(
          Level.INFO,
          "E-mail {0} (emulated, there is no SMTP_HOST): {1}",
          new Object[] {event, mail.subject().replaceAll("\\S+@\\S+", "…")});
      return;
    }
    try (MailLine line = new MailLine(watch, longest)) {
      Session session = Session.getInstance(properties(server, line));
      MimeMessage message = message(session, mail, event, now);
      Transport transport = session.getTransport(server.port() == IMPLICIT_TLS ? "smtps" : "smtp");
      transport.connect(server.host(), server.port(), server.username(), server.password());
      transport.sendMessage(message, message.getAllRecipients());
      leave(transport);
    } catch (SendFailedException e) {
      throw Undelivered.now("The mail server refused the message", e);
    } catch (MessagingException e) {
      throw Undelivered.now("The mail server did not take the message", e);
    }
  }

  // the message is taken, whatever becomes of the farewell
  private static void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "The mail server did not say good-bye", e);
    }
  }

  private MimeMessage message(Session session, Message.Mail mail, UUID event, Instant now)
      throws MessagingException {
    String from = settings.from();
    String id = "<" + event + from.substring(from.lastIndexOf('@')).replaceAll("[>\\s]", "") + ">";
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    fill(message, mail);
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), header.getValue());
    }
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  private static void fill(MimeMessage message, Message.Mail mail) throws MessagingException {
    String utf8 = StandardCharsets.UTF_8.name();
    if (mail.html() == null) {
      message.setText(mail.body(), utf8);
      return;
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.body(), utf8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), utf8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
  }

  private static Properties properties(NotifySettings.Server server, MailLine line) {
    Properties all = new Properties();
    boolean known = server.username() != null;
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      all.put(protocol + "socketFactory", line);
      all.setProperty(protocol + "socketFactory.fallback", "false");
      all.setProperty(protocol + "quitwait", "false");
      all.setProperty(protocol + "connectiontimeout", CONNECT);
      all.setProperty(protocol + "timeout", ANSWER);
      all.setProperty(protocol + "writetimeout", ANSWER);
      all.setProperty(protocol + "auth", Boolean.toString(known));
      all.setProperty(protocol + "ssl.checkserveridentity", Boolean.toString(known));
      if (!known) {
        all.setProperty(protocol + "ssl.trust", "*");
      }
    }
    all.setProperty("mail.smtp.starttls.enable", "true");
    all.setProperty("mail.smtp.starttls.required", Boolean.toString(known));
    return all;
  }
}
