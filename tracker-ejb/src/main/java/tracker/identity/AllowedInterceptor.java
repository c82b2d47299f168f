package tracker.identity;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Shapes;

/** Stands before each door method: the right first, then the shape of what comes in. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AllowedInterceptor {
  @Inject private Caller caller;
  @Inject private Validator validator;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    Method method = call.getMethod();
    Allowed allowed = method.getAnnotation(Allowed.class);
    Right right = allowed == null ? Right.ADMIN : allowed.value();
    switch (right) {
      case ANYONE, INTERNAL -> {}
      case ADMIN -> {
        if (!caller.isAdmin()) {
          throw Problem.of(
              caller.isSignedIn() ? CommonProblem.FORBIDDEN : CommonProblem.UNAUTHENTICATED);
        }
      }
      default -> {
        if (!caller.isSignedIn()) {
          throw Problem.of(CommonProblem.UNAUTHENTICATED);
        }
      }
    }
    checkShapes(method.getParameters(), call.getParameters());
    return call.proceed();
  }

  private void checkShapes(Parameter[] parameters, Object[] values) {
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].isAnnotationPresent(Valid.class)) {
        continue;
      }
      if (values[i] == null) {
        throw Problem.of(CommonProblem.UNREADABLE_BODY);
      }
      Shapes.check(validator, values[i], "");
    }
  }
}
