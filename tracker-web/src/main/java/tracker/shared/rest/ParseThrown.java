package tracker.shared.rest;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands before the mapper that comes with the JSON library. */
@Provider
@Priority(1)
public class ParseThrown implements ExceptionMapper<JsonParseException> {
  @Inject private ErrorAnswers answers;

  @Override
  public Response toResponse(JsonParseException thrown) {
    return answers.of(thrown);
  }
}
