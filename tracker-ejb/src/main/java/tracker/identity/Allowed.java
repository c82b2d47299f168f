package tracker.identity;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a door method needs. {@link AllowedInterceptor} refuses strangers before the
 * method runs, and checks parameters marked {@code @Valid}; the PROJECT_ rights are completed by
 * the method, because only it knows the project.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
  @Nonbinding
  Right value() default Right.ADMIN;
}
