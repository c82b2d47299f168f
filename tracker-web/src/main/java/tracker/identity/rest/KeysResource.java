package tracker.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import tracker.identity.Sessions;
import tracker.shared.rest.Gives;

/** {@code /.well-known/jwks.json}: what others need to verify our access tokens. */
@ApplicationScoped
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {
  @EJB private Sessions sessions;

  @GET
  @Open
  @Gives(value = Map.class, versioned = false)
  public Response keys() {
    return Response.ok(sessions.publicKeys()).header("Cache-Control", "max-age=300").build();
  }
}
