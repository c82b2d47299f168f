package tracker.shared.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;

/**
 * Bodies that are read as a whole, JSON and CSV, end at 10 MB; uploads have limits of their own.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class BodyLimit implements ContainerRequestFilter {
  static final int LARGEST = 10 << 20;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    if (!request.hasEntity()
        || type == null
        || !isWhole(type.getSubtype())
        || Streamed.Body.is(resource.getResourceMethod(), type)) {
      return;
    }
    if (request.getLength() > LARGEST) {
      throw Problem.of(CommonProblem.BODY_TOO_LARGE);
    }
    request.setEntityStream(new Counted(request.getEntityStream()));
  }

  private static boolean isWhole(String subtype) {
    return subtype.endsWith("json") || subtype.equals("csv");
  }

  /** Refuses to read further than allowed, whatever the sender said of the length. */
  private static final class Counted extends FilterInputStream {
    private long seen;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
      int many = super.read(target, from, most);
      count(Math.max(0, many));
      return many;
    }

    private void count(int more) {
      seen += more;
      if (seen > LARGEST) {
        throw Problem.of(CommonProblem.BODY_TOO_LARGE);
      }
    }
  }
}
