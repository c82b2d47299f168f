package tracker.shared.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever is thrown becomes the one shape of errors. */
@Provider
public class AnyThrown implements ExceptionMapper<Throwable> {
  @Inject private ErrorAnswers answers;

  @Override
  public Response toResponse(Throwable thrown) {
    return answers.of(thrown);
  }
}
