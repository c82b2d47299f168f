package tracker.inbox.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tracker.inbox.ChoiceChange;
import tracker.inbox.ChoiceView;
import tracker.inbox.Inbox;
import tracker.inbox.MailMode;
import tracker.inbox.Reason;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** How the reader wants to be told: the part of the profile. */
@Named("tellMe")
@RequestScoped
public class TellMe {
  @Inject private Inbox inbox;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable ChoiceView choice;
  private @Nullable MailMode mail;
  private @Nullable String dailyAt;
  private @Nullable Integer reminder;
  private @Nullable List<String> reasons;

  private ChoiceView now() {
    if (choice == null) {
      choice = inbox.choice();
    }
    return choice;
  }

  /** All reasons, the strongest first. */
  public Reason[] getAll() {
    return Reason.values();
  }

  public MailMode[] getModes() {
    return MailMode.values();
  }

  public String words(Reason reason) {
    return words.say(reason.text());
  }

  /** Saves all of it. */
  public void save() {
    List<String> wanted = reasons == null ? List.of() : reasons;
    inbox.choose(
        new ChoiceChange(
            Optional.ofNullable(mail),
            Optional.of(dailyAt == null ? "" : dailyAt),
            Optional.of(
                Arrays.stream(Reason.values())
                    .filter(one -> !wanted.contains(one.word()))
                    .toList()),
            Optional.ofNullable(reminder)),
        null);
    toasts.say(words.get("toast.saved"));
    shell.again();
  }

  public MailMode getMail() {
    return mail == null ? now().mail() : mail;
  }

  public void setMail(@Nullable MailMode mail) {
    this.mail = mail;
  }

  public String getDailyAt() {
    return dailyAt == null ? now().dailyAt() : dailyAt;
  }

  public void setDailyAt(@Nullable String dailyAt) {
    this.dailyAt = dailyAt;
  }

  public @Nullable Integer getReminder() {
    return reminder == null ? now().reminderMinutes() : reminder;
  }

  public void setReminder(@Nullable Integer reminder) {
    this.reminder = reminder;
  }

  /** Those that count, by their words; the page makes a list of the same kind. */
  public List<String> getReasons() {
    return reasons == null
        ? new ArrayList<>(
            Arrays.stream(Reason.values())
                .filter(one -> !now().mutedReasons().contains(one))
                .map(Reason::word)
                .toList())
        : reasons;
  }

  public void setReasons(@Nullable List<String> reasons) {
    this.reasons = reasons;
  }
}
