package tracker.ops.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.ops.Idempotency;
import tracker.ops.Kept;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.rest.ErrorAnswers;
import tracker.shared.rest.Streamed;

/**
 * Idempotency-Key on every POST but those of signing in: the first answer is kept for a day and
 * given again, with {@code Idempotency-Replayed: true}. Refusals are not kept: they changed
 * nothing.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class Idempotent implements ContainerRequestFilter, ContainerResponseFilter {
  static final String HEADER = "Idempotency-Key";

  /** The request attribute that tells of a call with a key. */
  static final String KEYED = "gerask.keyed";

  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");
  private static final Set<String> NEVER = Set.of("auth/login", "auth/refresh", "auth/logout");
  private static final List<String> KEPT_HEADERS =
      List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE, "X-Operation-Id");

  @Inject private Idempotency idempotency;
  @Inject private Caller caller;
  @Inject private ErrorAnswers answers;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    List<String> keys = request.getHeaders().get(HEADER);
    String path = request.getUriInfo().getPath().replaceFirst("^/", "");
    if (keys == null || !request.getMethod().equals("POST") || NEVER.contains(path)) {
      return;
    }
    if (keys.size() != 1 || !KEY.matcher(keys.get(0)).matches()) {
      throw Problem.invalid(HEADER, "invalid.idempotency_key");
    }
    request.setProperty(KEYED, true);
    byte[] body = body(request);
    String call = path + "?" + request.getUriInfo().getRequestUri().getRawQuery();
    Optional<Kept> kept =
        idempotency.begin(scope(), keys.get(0), call.getBytes(StandardCharsets.UTF_8), body);
    if (kept.isPresent()) {
      request.getEntityStream().close();
      request.abortWith(again(kept.get()));
    }
  }

  // a transaction is open from here on: no slow sender may hold it, so a body is read before that
  private byte[] body(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    if (Streamed.Body.is(resource.getResourceMethod(), type)) {
      String boundary = type == null ? null : type.getParameters().get("boundary");
      Spooled spooled = Spooled.of(request.getEntityStream(), most(), boundary);
      request.setEntityStream(spooled.content());
      return spooled.gist();
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    return body;
  }

  private long most() {
    Streamed large = resource.getResourceMethod().getAnnotation(Streamed.class);
    if (large == null) {
      return Spooled.largestFile();
    }
    return large.megabytes() > 0 ? (long) large.megabytes() << 20 : Spooled.largestProject();
  }

  private String scope() {
    return caller.isSignedIn() ? "account:" + caller.id() : "address:" + caller.address();
  }

  private static Response again(Kept answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status()).header("Idempotency-Replayed", "true");
    answer.headers().forEach(response::header);
    return answer.body().length == 0 ? response.build() : response.entity(answer.body()).build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(KEYED) == null || !idempotency.isOpen()) {
      return;
    }
    if (response.getStatus() >= 400) {
      idempotency.giveUp();
      return;
    }
    try {
      byte[] body = bytes(response.getEntity());
      idempotency.finish(new Kept(response.getStatus(), headers(response), body));
      if (body.length > 0) {
        response.setEntity(body, new Annotation[0], response.getMediaType());
      }
    } catch (RuntimeException e) {
      replace(response, answers.of(e));
    }
  }

  private static byte[] bytes(@Nullable Object entity) {
    if (entity == null) {
      return new byte[0];
    }
    return entity instanceof byte[] ready
        ? ready
        : Json.write(entity).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(ContainerResponseContext response) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = response.getHeaderString(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return kept;
  }

  // the answer looked good, but could not be committed
  private static void replace(ContainerResponseContext response, Response refusal) {
    KEPT_HEADERS.forEach(response.getHeaders()::remove);
    response.setStatus(refusal.getStatus());
    refusal.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
    response.setEntity(refusal.getEntity(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
  }
}
