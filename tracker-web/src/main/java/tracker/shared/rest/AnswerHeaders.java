package tracker.shared.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import tracker.identity.Caller;

/** The headers that every REST answer has: the operation of a change, how long to keep it. */
@Provider
public class AnswerHeaders implements ContainerResponseFilter {
  @Inject private Caller caller;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    UUID operation = caller.operationOrNull();
    if (operation != null && response.getStatus() < 400) {
      headers.putSingle("X-Operation-Id", operation);
    }
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      boolean secret = request.getUriInfo().getPath().startsWith("auth/");
      headers.putSingle(HttpHeaders.CACHE_CONTROL, secret ? "no-store" : "private, no-cache");
    }
    headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    MediaType type = response.getMediaType();
    if (MediaType.APPLICATION_JSON_TYPE.equals(type)) {
      headers.putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("UTF-8"));
    }
  }
}
