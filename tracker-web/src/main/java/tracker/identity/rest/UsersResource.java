package tracker.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.AccountChange;
import tracker.identity.AccountView;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.identity.NewAccount;
import tracker.shared.CommonProblem;
import tracker.shared.Ids;
import tracker.shared.Page;
import tracker.shared.Problem;
import tracker.shared.rest.Answers;
import tracker.shared.rest.Api;
import tracker.shared.rest.Gives;
import tracker.shared.rest.Paging;

/** {@code /users}: people, and for administrators their accounts. */
@ApplicationScoped
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {
  @EJB private Accounts accounts;
  @Inject private Answers answers;
  @Inject private Caller caller;

  /** Everybody sees id and name; administrators see all fields, and inactive accounts too. */
  @GET
  public Page<?> list(@QueryParam("q") @Nullable String text, @BeanParam Paging paging) {
    return caller.isAdmin()
        ? accounts.list(text, paging.ask())
        : accounts.people(text, paging.ask());
  }

  @POST
  @Gives(value = AccountView.class, status = 201)
  public Response create(@Nullable NewAccount body) {
    AccountView opened = accounts.create(present(body));
    return answers.created("/users/" + opened.id(), opened, opened.version());
  }

  @GET
  @Path("/{id}")
  @Gives(AccountView.class)
  public Response one(@PathParam("id") String id) {
    if (!caller.isAdmin()) {
      return Response.ok(accounts.person(id(id))).build();
    }
    AccountView account = accounts.one(id(id));
    return answers.ok(account, account.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, Api.MERGE_PATCH})
  @Gives(AccountView.class)
  public Response change(@PathParam("id") String id, @Nullable AccountChange body) {
    AccountView account = accounts.change(id(id), present(body), answers.ifMatch());
    return answers.changed(account, account.version());
  }

  @DELETE
  @Path("/{id}")
  @Gives(status = 204)
  public Response remove(@PathParam("id") String id) {
    accounts.remove(id(id), answers.ifMatch());
    return Response.noContent().build();
  }

  private static UUID id(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return id;
  }

  private static <T> T present(@Nullable T body) {
    if (body == null) {
      throw Problem.of(CommonProblem.UNREADABLE_BODY);
    }
    return body;
  }
}
