package tracker.shared.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import tracker.shared.Json;

/** Bodies speak the one JSON dialect. */
@Provider
public class JsonDialect implements ContextResolver<ObjectMapper> {
  @Override
  public ObjectMapper getContext(Class<?> type) {
    return Json.shared();
  }
}
