package tracker.inbox.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tracker.inbox.Inbox;
import tracker.inbox.StandingView;
import tracker.inbox.Watching;
import tracker.shared.view.Asked;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** Whether the reader hears of the task that a page shows, and why. */
@Named("hearing")
@RequestScoped
public class Hearing {
  @Inject private Watching watching;
  @Inject private Inbox inbox;
  @Inject private Asked asked;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable StandingView mine;

  public StandingView getMine() {
    if (mine == null) {
      mine = watching.mine(asked.key());
    }
    return mine;
  }

  /** Why: "you are assigned, you watch it", or that there is nothing to hear. */
  public String getWords() {
    StandingView now = getMine();
    if (now.muted()) {
      return words.get("hear.muted");
    }
    return now.reasons().isEmpty()
        ? words.get("hear.not")
        : now.reasons().stream()
            .map(one -> words.say(one.text()))
            .collect(Collectors.joining(", "));
  }

  /** Who looks at a task has read what was told of it. */
  public void looked() {
    inbox.readOf(asked.key());
  }

  public void watch() {
    watching.watch(asked.key());
    said("hear.watched");
  }

  public void unwatch() {
    watching.unwatch(asked.key());
    said("hear.unwatched");
  }

  public void mute() {
    watching.mute(asked.key());
    said("inbox.muted");
  }

  public void unmute() {
    watching.unmute(asked.key());
    said("hear.unmuted");
  }

  private void said(String key) {
    mine = null;
    toasts.say(words.get(key));
  }
}
