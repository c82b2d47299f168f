package tracker.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The one JAX-RS application. */
@ApplicationPath("/api")
public class Api extends Application {
  /** A change of some fields: JSON Merge Patch (RFC 7396), also under the plain type. */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.jsonFeature", "JacksonFeature",
        "jersey.config.server.response.setStatusOverSendError", true,
        // Location stays a path: behind a proxy we cannot know the outer name for sure
        "jersey.config.server.headers.location.relative.resolution.disabled", true,
        "jersey.config.server.wadl.disableWadl", true,
        "jersey.config.beanValidation.disable.server", true);
  }
}
