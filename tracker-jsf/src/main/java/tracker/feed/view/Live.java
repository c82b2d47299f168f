package tracker.feed.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tracker.feed.Changes;
import tracker.identity.Caller;

/** From which place of the feed on a page has to hear what others change. */
@Named("live")
@RequestScoped
public class Live {
  @Inject private Changes changes;
  @Inject private Caller caller;
  private String place = "";

  /** Notes the place before the page reads anything, so that nothing falls between the two. */
  public void mark() {
    if (caller.isSignedIn()) {
      place = changes.end();
    }
  }

  public String getPlace() {
    return place;
  }
}
