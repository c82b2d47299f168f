package tracker.shared.rest;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import tracker.shared.PageAsk;

/** Which part of a list: take it as {@code @BeanParam Paging}. */
public class Paging {
  @QueryParam("page")
  private @Nullable String page;

  @QueryParam("limit")
  private @Nullable String limit;

  @QueryParam("cursor")
  private @Nullable String cursor;

  /** What the door takes; bad values are 422. */
  public PageAsk ask() {
    return PageAsk.of(page, limit, cursor);
  }
}
