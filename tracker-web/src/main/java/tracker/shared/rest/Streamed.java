package tracker.shared.rest;

import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A resource method that takes its body as a stream, whatever its type, and limits it itself:
 * nobody before it reads the whole into memory.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Streamed {
  /**
   * How large its body may be; zero where that is what a project with all of its files may take.
   */
  int megabytes() default 0;

  /** What of a request is asked: whether its body is to stay a stream. */
  final class Body {
    private Body() {}

    /** Bodies of several parts are streams everywhere. */
    public static boolean is(java.lang.reflect.@Nullable Method method, @Nullable MediaType type) {
      return type != null && type.getType().equals("multipart")
          || method != null && method.isAnnotationPresent(Streamed.class);
    }
  }
}
