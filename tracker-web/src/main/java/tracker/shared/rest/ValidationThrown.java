package tracker.shared.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands before the server's own mapper. */
@Provider
@Priority(1)
public class ValidationThrown implements ExceptionMapper<ValidationException> {
  @Inject private ErrorAnswers answers;

  @Override
  public Response toResponse(ValidationException thrown) {
    return answers.of(thrown);
  }
}
