package tracker.shared.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** A bare status is given the shape of errors. */
@Provider
@Priority(Priorities.USER + 1000)
public class Bare implements ContainerResponseFilter {
  @Inject private ErrorAnswers answers;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      response.setEntity(
          answers.body(Refusals.of(response.getStatus())),
          new Annotation[0],
          MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
