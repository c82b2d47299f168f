package tracker.image.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import tracker.attachment.Download;
import tracker.attachment.rest.CookieFiles;
import tracker.attachment.rest.Handout;
import tracker.attachment.rest.Upload;
import tracker.hotel.HotelProblem;
import tracker.image.ImageProblem;
import tracker.image.ImageSize;
import tracker.image.Images;
import tracker.image.Pictured;
import tracker.shared.CommonProblem;
import tracker.shared.Problem;
import tracker.shared.rest.Asked;

/**
 * Pictures of pages: {@code GET /pictures/{id}?size=}, and {@code POST /pictures/hotel/{id}},
 * {@code /pictures/room/{id}} with a multipart body.
 */
public class PicturesPage extends CookieFiles {
  private static final long serialVersionUID = 1L;

  @EJB private transient Images images;
  @Inject private transient Upload upload;

  @Override
  protected Download found(String[] parts, HttpServletRequest request) {
    if (parts.length != 1) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    UUID id = Asked.known(parts[0], ImageProblem.IMAGE_NOT_FOUND);
    return images.open(id, ImageSize.of(request.getParameter("size")), Handout.wish(request));
  }

  @Override
  protected Object taken(String[] parts, HttpServletRequest request) throws IOException {
    Pictured of = of(parts[0]);
    UUID id =
        Asked.known(
            parts[1],
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

  @Override
  protected int takenStatus() {
    return HttpServletResponse.SC_ACCEPTED;
  }
}
