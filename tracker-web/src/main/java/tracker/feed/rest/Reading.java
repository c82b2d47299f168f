package tracker.feed.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import tracker.feed.Changes;
import tracker.feed.ChangesAsk;
import tracker.feed.ChangesPart;
import tracker.identity.Caller;

/** Reads for somebody whose request is long over. */
@ApplicationScoped
class Reading {
  @Inject private Caller caller;
  @EJB private Changes changes;

  @ActivateRequestContext
  ChangesPart read(Caller.SignedIn who, ChangesAsk ask) {
    caller.signIn(who);
    return changes.after(ask);
  }
}
