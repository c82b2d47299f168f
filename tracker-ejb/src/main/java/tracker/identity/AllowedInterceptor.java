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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.Shapes;

/** Stands before each door method: the right first, then the shape of what comes in. */
@Allowed
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AllowedInterceptor {
  /**
   * What is asked of a call: read from the method once.
   *
   * @param checked the places of parameters whose shape is checked
   */
  private record Rule(Right right, List<Integer> checked) {
    static Rule of(Method method) {
      Allowed allowed = method.getAnnotation(Allowed.class);
      Parameter[] all = method.getParameters();
      return new Rule(
          allowed == null ? Right.ADMIN : allowed.value(),
          IntStream.range(0, all.length)
              .filter(place -> all[place].isAnnotationPresent(Valid.class))
              .boxed()
              .toList());
    }
  }

  private static final Map<Method, Rule> RULES = new ConcurrentHashMap<>();

  @Inject private Caller caller;
  @Inject private Validator validator;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    Rule rule = RULES.computeIfAbsent(call.getMethod(), Rule::of);
    switch (rule.right()) {
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
    Object[] values = call.getParameters();
    for (int place : rule.checked()) {
      if (values[place] == null) {
        throw Problem.of(CommonProblem.UNREADABLE_BODY);
      }
      Shapes.check(validator, values[place], "");
    }
    return call.proceed();
  }
}
