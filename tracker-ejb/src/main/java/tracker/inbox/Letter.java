package tracker.inbox;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.notify.Outgoing;
import tracker.shared.Settings;
import tracker.shared.Texts;

/**
 * Writes the mail of notices in the caller's words, as text and as HTML (templates {@code mail/}):
 * task by task what happened, the reason, and links that turn it off.
 */
@Dependent
class Letter {
  private static final int SHOWN = 20;
  private static final int LONGEST_TITLE = 120;
  private static final Template TEXT =
      template(Mustache.compiler().escapeHTML(false), "/mail/notices.txt");
  private static final Template HTML = template(Mustache.compiler(), "/mail/notices.html");

  private final ChoiceRows choices;
  private final Caller caller;
  private final String base;

  @Inject
  Letter(ChoiceRows choices, Caller caller) {
    this(choices, caller, address(Settings.ofProcess()));
  }

  Letter(ChoiceRows choices, Caller caller, String base) {
    this.choices = choices;
    this.caller = caller;
    this.base = base;
  }

  private static String address(Settings settings) {
    String root = settings.text("ROOT_PATH", "");
    String local = "http://localhost:" + settings.text("PORT", "8080") + root;
    return settings.text("PUBLIC_URL", local).replaceAll("/+$", "");
  }

  private static Template template(Mustache.Compiler compiler, String path) {
    try (InputStream in = Objects.requireNonNull(Letter.class.getResourceAsStream(path));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return compiler.defaultValue("").emptyStringIsFalse(true).compile(reader);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** A line of what happened. */
  record Line(@Nullable String who, String text, @Nullable String excerpt, String time) {}

  /** A task and what happened to it. */
  record About(
      String key, String title, String url, List<Line> lines, List<String> reasons, String mute) {}

  /** A reason, and the link by which it is none any more. */
  record Because(String reason, String off) {}

  /** The mail to somebody who signed in as the caller. */
  Outgoing.Mail of(String to, List<NoticeView> notices, MailMode mode) {
    UUID account = caller.id();
    byte[] key = choices.key(account);
    Texts texts = Texts.in(caller.locale());
    Map<UUID, List<NoticeView>> byTask = new LinkedHashMap<>();
    notices.forEach(one -> byTask.computeIfAbsent(one.taskId(), id -> new ArrayList<>()).add(one));
    List<About> tasks =
        byTask.values().stream().limit(SHOWN).map(some -> about(account, key, some)).toList();
    List<Because> reasons =
        notices.stream()
            .map(NoticeView::reason)
            .distinct()
            .sorted()
            .map(
                one ->
                    new Because(
                        texts.say(one.text()), link(MuteLink.ofReason(account, one).token(key))))
            .toList();
    Map<String, Object> data = new LinkedHashMap<>();
    String subject = subject(texts, notices, byTask.size(), mode);
    data.put("language", texts.locale().getLanguage());
    data.put("subject", subject);
    data.put("tasks", tasks);
    data.put("reasons", reasons);
    data.put(
        "more", byTask.size() > SHOWN ? texts.say("inbox.mail.more", byTask.size() - SHOWN) : null);
    data.put("inbox", base + "/inbox");
    data.put("settings", base + "/profile");
    String off = MuteLink.ofMail(account).token(key);
    data.put("unsubscribe", link(off));
    for (String word :
        List.of(
            "because", "mute", "no_more", "settings_words", "unsubscribe_words", "inbox_words")) {
      data.put(word + "_text", texts.say("inbox.mail." + word));
    }
    return new Outgoing.Mail(
        to,
        subject,
        TEXT.execute(data),
        HTML.execute(data),
        headers(notices.get(0), off, byTask.size()));
  }

  private Map<String, String> headers(NoticeView first, String off, int tasks) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("List-Unsubscribe", "<" + base + "/api/inbox/mute/" + off + ">");
    all.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    if (tasks == 1) {
      all.put("References", "<task-" + first.taskId() + "@gerask>"); // one thread for each task
    }
    return all;
  }

  private String subject(Texts texts, List<NoticeView> notices, int tasks, MailMode mode) {
    if (mode == MailMode.DAILY) {
      return texts.say("inbox.mail.daily", notices.size());
    }
    NoticeView first = notices.get(0);
    if (tasks > 1) {
      return texts.say("inbox.mail.tasks", tasks, first.taskKey());
    }
    boolean due = notices.stream().allMatch(one -> one.reason() == Reason.DUE);
    String title = first.taskTitle().replaceAll("\\s+", " ");
    String named =
        "[" + first.taskKey() + "] " + title.substring(0, Math.min(LONGEST_TITLE, title.length()));
    return due ? texts.say("inbox.mail.due", named) : named;
  }

  private About about(UUID account, byte[] key, List<NoticeView> notices) {
    NoticeView first = notices.get(0);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM, H:mm", caller.locale());
    List<Line> lines =
        notices.stream()
            .map(
                one ->
                    new Line(
                        one.actorName(),
                        one.text(),
                        one.excerpt(),
                        format.format(one.at().atZone(caller.zone()))))
            .toList();
    return new About(
        first.taskKey(),
        first.taskTitle(),
        base + "/task/" + first.taskKey(),
        lines,
        notices.stream().map(NoticeView::reasonText).distinct().toList(),
        link(MuteLink.ofTask(account, first.taskId()).token(key)));
  }

  private String link(String token) {
    return base + "/mute/" + token;
  }
}
