package tracker.inbox.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.inbox.Inbox;
import tracker.inbox.InboxAsk;
import tracker.inbox.NoticeView;
import tracker.inbox.Reason;
import tracker.inbox.Watching;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** One's notices: the bell, the list, and what can be done with them. */
@Named("inbox")
@RequestScoped
public class InboxPage {
  private static final int ROWS = 50;
  private static final int MOST_SHOWN = 99;
  private static final int MENTIONS = 5;

  @Inject private Inbox inbox;
  @Inject private Watching watching;
  @Inject private Asked asked;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable Page<NoticeView> page;
  private @Nullable Page<NoticeView> mentions;
  private @Nullable Long unread;

  /** How many were not read. */
  public long getUnread() {
    if (unread == null) {
      unread = inbox.unread();
    }
    return unread;
  }

  /** The same, as short as a badge is; empty where there is none. */
  public String getBadge() {
    long many = getUnread();
    return many == 0 ? "" : many > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(many);
  }

  /** Whether only those are shown that were not read. */
  public boolean isOnlyUnread() {
    return "true".equals(asked.textOrNull("unread"));
  }

  /** The newest first; further ones by their place. */
  public Page<NoticeView> getPage() {
    if (page == null) {
      PageAsk part = PageAsk.of(null, Integer.toString(ROWS), asked.textOrNull("after"));
      String reason = isOnlyMentions() ? Reason.MENTIONED.word() : null;
      page = inbox.list(InboxAsk.of(isOnlyUnread(), reason, null, part));
    }
    return page;
  }

  /** Whether only those are shown that mention the reader. */
  public boolean isOnlyMentions() {
    return Reason.MENTIONED.word().equals(asked.textOrNull("reason"));
  }

  /** The address of what is shown, from its beginning. */
  public String getAddress() {
    return isOnlyMentions()
        ? "/inbox?reason=mentioned"
        : isOnlyUnread() ? "/inbox?unread=true" : "/inbox";
  }

  /** The address of what comes after what is shown. */
  public String getOlder() {
    String address = getAddress();
    return address + (address.contains("?") ? "&" : "?") + "after=" + getPage().next();
  }

  /** Where the reader was mentioned and has not looked yet, for My work. */
  public Page<NoticeView> getMentions() {
    if (mentions == null) {
      mentions = inbox.list(new InboxAsk(true, Reason.MENTIONED, null, PageAsk.first(MENTIONS)));
    }
    return mentions;
  }

  /** Whether this is the list from its beginning. */
  public boolean isFirst() {
    return asked.textOrNull("after") == null;
  }

  /** Up to which one "all read" goes: what comes meanwhile stays unread. */
  public @Nullable UUID getNewest() {
    return getPage().items().isEmpty() ? null : getPage().items().get(0).id();
  }

  /** Notes that the one was read that the request names. */
  public void read() {
    inbox.read(asked.id("notice"), true);
  }

  public void unread() {
    inbox.read(asked.id("notice"), false);
  }

  /** Notes that all were read that the reader had before them. */
  public void readAll() {
    UUID newest = Ids.parse(asked.textOrNull("notice"));
    int many = inbox.readAll(newest);
    toasts.say(words.count("inbox.all_read", many));
  }

  /** Says nothing of the task any more that the request names. */
  public void mute() {
    watching.mute(asked.text("task"));
    toasts.say(words.get("inbox.muted"));
  }
}
