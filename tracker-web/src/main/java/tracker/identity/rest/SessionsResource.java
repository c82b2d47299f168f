package tracker.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import tracker.identity.LoginEntry;
import tracker.identity.Logins;
import tracker.identity.SessionView;
import tracker.identity.Sessions;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** {@code /auth/sessions}, {@code /auth/login-audit}: where and when somebody signed in. */
@ApplicationScoped
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
  @EJB private Sessions sessions;
  @EJB private Logins logins;
  @Inject private JsonWebToken token;

  /** What the access token of this call says, as a verifier of ours reads it. */
  @GET
  @Path("/token")
  public TokenView token() {
    return new TokenView(
        token.getIssuer(),
        token.getAudience(),
        token.getSubject(),
        token.getTokenID(),
        token.getGroups(),
        Instant.ofEpochSecond(token.getIssuedAtTime()),
        Instant.ofEpochSecond(token.getExpirationTime()));
  }

  /** All live sessions; nobody has more than a page of them worth turning. */
  @GET
  @Path("/sessions")
  public Page<SessionView> mine() {
    List<SessionView> mine = sessions.mine();
    return new Page<>(mine, 1, Math.max(1, mine.size()), mine.size(), null);
  }

  @DELETE
  @Path("/sessions/{id}")
  @Gives(status = 204)
  public Response revoke(@PathParam("id") String id) {
    UUID session = Ids.parse(id);
    if (session == null) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    sessions.revoke(session);
    return Response.noContent().build();
  }

  @GET
  @Path("/login-audit")
  public Page<LoginEntry> audit(
      @QueryParam("user_id") @Nullable String account, @BeanParam Paging paging) {
    UUID whose = Ids.parse(account);
    if (account != null && whose == null) {
      throw Problem.invalid("user_id", "invalid.id");
    }
    return logins.audit(whose, paging.ask());
  }
}
