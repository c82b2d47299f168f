package tracker.shared.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method answers where its return type does not say it (Response): the OpenAPI
 * document is made from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Gives {
  /** The type of the body. */
  Class<?> value() default Void.class;

  int status() default 200;

  /** Whether the answer has an ETag. */
  boolean versioned() default true;
}
