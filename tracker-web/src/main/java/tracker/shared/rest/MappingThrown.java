package tracker.shared.rest;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands before the mapper that comes with the JSON library. */
@Provider
@Priority(1)
public class MappingThrown implements ExceptionMapper<JsonMappingException> {
  @Inject private ErrorAnswers answers;

  @Override
  public Response toResponse(JsonMappingException thrown) {
    return answers.of(thrown);
  }
}
