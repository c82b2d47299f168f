package tracker.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The answers of resources with a version: ETag, Location, 304. Inject it where needed. */
@ApplicationScoped
public class Answers {
  @Inject private HttpServletRequest request;

  /** 200 with ETag; 304 without a body where the caller has this version. */
  public Response ok(Object body, long version) {
    return ok(body, version, "");
  }

  /**
   * The same where the body tells more than the version does.
   *
   * @param own a word for what this caller sees differently, or empty; If-Match ignores it
   */
  public Response ok(Object body, long version, String own) {
    boolean known = Versions.isKnown(request, version, own);
    Response.ResponseBuilder answer = known ? Response.notModified() : Response.ok(body);
    return answer.tag(Versions.tag(version, own)).build();
  }

  /** 200 with ETag after a change. */
  public Response changed(Object body, long version) {
    return changed(body, version, "");
  }

  /** The same where the body tells more than the version does. */
  public Response changed(Object body, long version, String own) {
    return Response.ok(body).tag(Versions.tag(version, own)).build();
  }

  /** 201 with Location and ETag; the path is without the prefix: {@code /tasks/{id}}. */
  public Response created(String path, Object body, long version) {
    return created(path, body, version, "");
  }

  /** The same where the body tells more than the version does. */
  public Response created(String path, Object body, long version, String own) {
    return Response.created(location(path)).tag(Versions.tag(version, own)).entity(body).build();
  }

  /** Where a resource is, as a path with prefix and context. */
  public URI location(String path) {
    return URI.create(request.getContextPath() + ApiPaths.PREFIX + path);
  }

  /** The version that If-Match asks for; null where any will do. */
  public @Nullable Long ifMatch() {
    return Versions.ifMatch(request);
  }
}
