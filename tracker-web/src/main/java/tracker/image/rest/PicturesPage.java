package tracker.image.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tracker.attachment.Download;
import tracker.attachment.rest.Handout;
import tracker.attachment.rest.Upload;
import tracker.hotel.HotelProblem;
import tracker.identity.SessionCookie;
import tracker.image.ImageProblem;
import tracker.image.ImageSize;
import tracker.image.ImageView;
import tracker.image.Images;
import tracker.image.Pictured;
import tracker.shared.CommonProblem;
import tracker.shared.Json;
import tracker.shared.Problem;
import tracker.shared.rest.Asked;
import tracker.shared.rest.ErrorAnswers;
import tracker.shared.rest.Refusals;

/**
 * Pictures for pages, whose caller is known by a cookie: {@code GET /pictures/{id}?size=}, and
 * {@code POST /pictures/hotel/{id}}, {@code /pictures/room/{id}} with a multipart body.
 */
public class PicturesPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Images images;
  @Inject private transient Upload upload;
  @Inject private transient ErrorAnswers errors;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Download download;
    try {
      String[] parts = parts(request);
      if (parts.length != 1) {
        throw Problem.of(CommonProblem.NOT_FOUND);
      }
      UUID id = Asked.known(parts[0], ImageProblem.IMAGE_NOT_FOUND);
      download = images.open(id, ImageSize.of(request.getParameter("size")), Handout.wish(request));
    } catch (RuntimeException e) {
      errors.send(response, Refusals.of(e));
      return;
    }
    Handout.send(download, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ImageView made;
    try {
      if (!SessionCookie.isSentByOurPages(request)) {
        throw Problem.of(CommonProblem.FORBIDDEN);
      }
      String[] parts = parts(request);
      if (parts.length != 2) {
        throw Problem.of(CommonProblem.NOT_FOUND);
      }
      made = taken(of(parts[0]), parts[1], request);
    } catch (RuntimeException e) {
      errors.send(response, Refusals.of(e));
      return;
    }
    response.setStatus(HttpServletResponse.SC_ACCEPTED);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=UTF-8");
    response.getOutputStream().write(Json.write(made).getBytes(StandardCharsets.UTF_8));
  }

  private ImageView taken(Pictured of, String text, HttpServletRequest request) throws IOException {
    UUID id =
        Asked.known(
            text,
            of == Pictured.HOTEL ? HotelProblem.HOTEL_NOT_FOUND : HotelProblem.ROOM_NOT_FOUND);
    images.offer(of, id);
    return upload.picture(
        request.getContentType(),
        request.getContentLengthLong(),
        request.getInputStream(),
        file -> images.add(of, id, file));
  }

  private static Pictured of(String word) {
    return switch (word) {
      case "hotel" -> Pictured.HOTEL;
      case "room" -> Pictured.ROOM;
      default -> throw Problem.of(CommonProblem.NOT_FOUND);
    };
  }

  private static String[] parts(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? new String[0] : path.substring(1).split("/", -1);
  }
}
