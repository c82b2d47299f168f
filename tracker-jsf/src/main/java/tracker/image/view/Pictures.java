package tracker.image.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.attachment.Arrivals;
import tracker.image.ImageChange;
import tracker.image.ImageStatus;
import tracker.image.ImageView;
import tracker.image.Images;
import tracker.image.Pictured;
import tracker.shared.Ids;
import tracker.shared.PageAsk;
import tracker.shared.view.Asked;
import tracker.shared.view.Shell;
import tracker.shared.view.Toasts;
import tracker.shared.view.Words;

/**
 * Pictures of hotels and rooms: covers of many, asked for together, and all of the one in the
 * address. The browser sends new ones by itself, see pictures.js.
 */
@Named("pictures")
@RequestScoped
public class Pictures {
  private static final PageAsk MANY = PageAsk.first(PageAsk.MAX_LIMIT);

  @Inject private Images images;
  @Inject private Arrivals arrivals;
  @Inject private Asked asked;
  @Inject private Shell shell;
  @Inject private Toasts toasts;
  @Inject private Words words;

  private final Map<UUID, Optional<UUID>> covers = new HashMap<>();
  private @Nullable List<ImageView> all;

  /** Fetches the covers of these together. */
  public void meet(Collection<UUID> holders) {
    List<UUID> unknown =
        holders.stream().filter(one -> !covers.containsKey(one)).distinct().toList();
    if (!unknown.isEmpty()) {
      Map<UUID, UUID> found = images.covers(unknown);
      unknown.forEach(one -> covers.put(one, Optional.ofNullable(found.get(one))));
    }
  }

  /** The picture of a room, else of its hotel; null where neither has one. */
  public @Nullable UUID cover(UUID room, UUID hotel) {
    meet(List.of(room, hotel));
    return covers
        .getOrDefault(room, Optional.empty())
        .or(() -> covers.getOrDefault(hotel, Optional.empty()))
        .orElse(null);
  }

  /** Where a picture is read by pages. */
  public String link(UUID id, String size) {
    return shell.link("/pictures/" + id + "?size=" + size);
  }

  /** Its sizes for the browser to choose from. */
  public String sizes(ImageView one) {
    int width = one.width() == null ? 0 : one.width();
    int height = one.height() == null ? 0 : one.height();
    int longer = Math.max(1, Math.max(width, height));
    return link(one.id(), "thumb")
        + " "
        + Math.max(1, (long) width * Math.min(longer, 320) / longer)
        + "w, "
        + link(one.id(), "medium")
        + " "
        + Math.max(1, (long) width * Math.min(longer, 1280) / longer)
        + "w";
  }

  /** All of a hotel or room, the cover first. */
  public List<ImageView> of(String holder, UUID id) {
    if (all == null) {
      all = images.list("hotel".equals(holder) ? Pictured.HOTEL : Pictured.ROOM, id, MANY).items();
    }
    return all;
  }

  public boolean isReady(ImageView one) {
    return one.status() == ImageStatus.READY;
  }

  public boolean isFailed(ImageView one) {
    return one.status() == ImageStatus.FAILED;
  }

  /** The largest file that is taken, in bytes. */
  public long getLargest() {
    return arrivals.largestPicture();
  }

  public long getLargestMegabytes() {
    return arrivals.largestPicture() >> 20;
  }

  /** Takes away the picture that the request names. */
  public void drop() {
    images.delete(asked.id("image"), null);
    all = null;
    toasts.done(words.get("pictures.dropped"));
  }

  /** Puts the picture that the request names before all others. */
  public void cover() {
    ImageView first = siblings().get(0);
    place(asked.id("image"), first.place() - 1);
    toasts.done(words.get("pictures.is_cover"));
  }

  /** Puts the picture that the request names one place further to the left or the right. */
  public void shift() {
    boolean left = "left".equals(asked.text("way"));
    UUID id = asked.id("image");
    List<ImageView> row = siblings();
    for (int at = 0; at < row.size(); at++) {
      int to = left ? at - 1 : at + 1;
      if (row.get(at).id().equals(id) && to >= 0 && to < row.size()) {
        ImageView other = row.get(to);
        place(id, other.place());
        place(other.id(), row.get(at).place());
        toasts.done(words.get("pictures.shifted"));
      }
    }
    all = null;
  }

  private List<ImageView> siblings() {
    UUID of = Asked.needed("of", Ids.parse(asked.textOrNull("of")));
    List<ImageView> row =
        images
            .list("hotel".equals(asked.text("holder")) ? Pictured.HOTEL : Pictured.ROOM, of, MANY)
            .items();
    all = null;
    return row;
  }

  private void place(UUID id, int place) {
    images.change(id, new ImageChange(Optional.of(place)), null);
  }
}
