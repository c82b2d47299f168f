package tracker.identity.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import tracker.identity.Caller;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/** Refuses strangers before their body is read; the doors check the right itself once more. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignedInFirst implements ContainerRequestFilter {
  @Inject private Caller caller;
  @Inject private HttpServletRequest request;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    if (caller.isSignedIn() || isOpen()) {
      return;
    }
    if (Standing.of(request) == Standing.UNKNOWABLE) {
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(2);
    }
    throw Problem.of(CommonProblem.UNAUTHENTICATED);
  }

  private boolean isOpen() {
    return resource.getResourceMethod().isAnnotationPresent(Open.class)
        || resource.getResourceClass().isAnnotationPresent(Open.class);
  }
}
