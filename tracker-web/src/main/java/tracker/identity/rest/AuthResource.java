package tracker.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountView;
import tracker.identity.Accounts;
import tracker.identity.Credentials;
import tracker.identity.Logins;
import tracker.identity.NewAccount;
import tracker.identity.ProfileChange;
import tracker.identity.Tokens;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Gives;

/** {@code /auth}: registration, tokens, one's own account. */
@ApplicationScoped
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthResource {
  @EJB private Accounts accounts;
  @EJB private Logins logins;
  @Inject private Answers answers;

  /** A refresh token as it comes in. */
  public record Refresh(@Nullable String refresh) {
    String given() {
      if (refresh == null) {
        throw Problem.invalid("refresh", "invalid.required");
      }
      return refresh;
    }
  }

  /** What a stranger may say of himself; the role is not among it. */
  public record Registration(String email, String password, String name) {
    @Override
    public String toString() {
      return "Registration[…]"; // never in a log
    }
  }

  @POST
  @Path("/register")
  @Open
  @Gives(value = AccountView.class, status = 201)
  public Response register(@Nullable Registration body) {
    Registration given = present(body);
    AccountView opened =
        accounts.register(new NewAccount(given.email(), given.password(), given.name(), null));
    return answers.created("/users/" + opened.id(), opened, opened.version());
  }

  @POST
  @Path("/login")
  @Open
  @Gives(value = Tokens.class, versioned = false)
  public Response login(@Nullable Credentials body) {
    return tokens(logins.login(present(body)));
  }

  @POST
  @Path("/refresh")
  @Open
  @Gives(value = Tokens.class, versioned = false)
  public Response refresh(@Nullable Refresh body) {
    return tokens(logins.refresh(present(body).given()));
  }

  @POST
  @Path("/logout")
  @Open
  @Gives(status = 204)
  public Response logout(@Nullable Refresh body) {
    logins.logout(present(body).given());
    return Response.noContent().build();
  }

  @GET
  @Path("/me")
  @Gives(AccountView.class)
  public Response me() {
    AccountView me = accounts.me();
    return answers.ok(me, me.version());
  }

  @PATCH
  @Path("/me")
  @Consumes({MediaType.APPLICATION_JSON, Api.MERGE_PATCH})
  @Gives(AccountView.class)
  public Response change(@Nullable ProfileChange body) {
    AccountView me = accounts.changeMe(present(body), answers.ifMatch());
    return answers.changed(me, me.version());
  }

  private static Response tokens(Tokens tokens) {
    return Response.ok(tokens).header("Cache-Control", "no-store").build();
  }

  private static <T> T present(@Nullable T body) {
    if (body == null) {
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
    return body;
  }
}
