package tracker.attachment.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.UUID;
import tracker.attachment.AttachmentProblem;
import tracker.attachment.Download;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** Downloads as answers of REST. */
public final class Handout {
  private Handout() {}

  // what is no id is the id of nothing
  static UUID known(String text) {
    UUID id = Ids.parse(text);
    if (id == null) {
      throw Problem.of(AttachmentProblem.ATTACHMENT_NOT_FOUND);
    }
    return id;
  }

  /** What a request says of the bytes that it wants. */
  public static Download.Wish wish(HttpHeaders headers) {
    return new Download.Wish(
        headers.getHeaderString("Range"),
        headers.getHeaderString("If-Range"),
        headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
  }

  /** The answer that gives them. */
  public static Response of(Download download) {
    Response.ResponseBuilder answer = Response.status(download.status());
    download.headers().forEach(answer::header);
    if (download.status() != 304) {
      StreamingOutput bytes = download::writeTo;
      answer.header(HttpHeaders.CONTENT_LENGTH, download.length()).entity(bytes);
    }
    return answer.build();
  }

  /** What a request of a page says of the bytes that it wants. */
  public static Download.Wish wish(HttpServletRequest request) {
    return new Download.Wish(
        request.getHeader("Range"),
        request.getHeader("If-Range"),
        request.getHeader("If-None-Match"));
  }

  /** Gives them as the answer to a page. */
  public static void send(Download download, HttpServletResponse response) throws IOException {
    response.setStatus(download.status());
    download.headers().forEach(response::setHeader);
    if (download.status() != 304) {
      response.setContentLengthLong(download.length());
      download.writeTo(response.getOutputStream());
    }
  }
}
