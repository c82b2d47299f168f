package tracker.identity.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountView;
import tracker.identity.Accounts;
import tracker.identity.SessionView;
import tracker.identity.Sessions;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Problem;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/** Where somebody is signed in, for administrators, who can end that. */
@Named("personSessions")
@RequestScoped
public class PersonSessionsPage {
  @Inject private Accounts accounts;
  @Inject private Sessions sessions;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private @Nullable List<SessionView> all;
  private @Nullable AccountView person;

  private UUID id() {
    UUID id = Ids.parse(asked.key());
    if (id == null) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return id;
  }

  /** The newest first. */
  public List<SessionView> getAll() {
    if (all == null) {
      all = sessions.of(id());
    }
    return all;
  }

  /** Whose they are. */
  public AccountView getPerson() {
    if (person == null) {
      getAll(); // who may not see them does not learn whether there is such an account
      person = accounts.one(id());
    }
    return person;
  }

  /** Ends the session that the request names. */
  public void end() {
    sessions.end(id(), asked.id("session"));
    toasts.say(words.get("profile.session_ended"));
    shell.again();
  }

  /** Ends all of them but the one that asks. */
  public void endAll() {
    for (SessionView one : getAll()) {
      if (!one.current()) {
        sessions.end(id(), one.id());
      }
    }
    toasts.say(words.say("sessions.all_ended", getPerson().name()));
    shell.again();
  }
}
