package tracker.inbox.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import tracker.inbox.MuteLink;
import tracker.inbox.Muting;
import tracker.inbox.Reason;
import tracker.shared.Problem;
import tracker.shared.Text;
import tracker.shared.view.Asked;
import tracker.shared.view.Words;

/** Where the links of mails lead: it turns off what they speak of, and on again. */
@Named("mutePage")
@RequestScoped
public class MutePage {
  @Inject private Muting muting;
  @Inject private Asked asked;
  @Inject private Words words;

  private @Nullable MuteLink link;
  private boolean looked;
  private @Nullable Boolean off;
  private boolean on;

  /** What it turns off; null where the link is none of ours. */
  public @Nullable MuteLink getLink() {
    if (!looked) {
      looked = true;
      try {
        link = muting.look(asked.key());
      } catch (Problem unknown) {
        link = null;
      }
    }
    return link;
  }

  /** What is or was turned off, in words. */
  public String getWords() {
    MuteLink found = getLink();
    if (found == null) {
      return words.get("mute.unknown");
    }
    Reason reason = found.reason();
    return switch (found.what()) {
      case TASK -> words.get("mute.task");
      case REASON ->
          words.say(Text.of("mute.reason", reason == null ? "" : words.say(reason.text())));
      case MAIL -> words.get("mute.mail");
    };
  }

  /** Whether it is turned off now. */
  public boolean isOff() {
    if (off == null) {
      off = getLink() != null && muting.isOff(asked.key());
    }
    return off;
  }

  /** Whether it was turned on again just now. */
  public boolean isOn() {
    return on;
  }

  public void turnOff() {
    link = muting.turn(asked.key(), true);
    looked = true;
    off = true;
  }

  public void turnOn() {
    link = muting.turn(asked.key(), false);
    looked = true;
    off = false;
    on = true;
  }
}
