package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialViewContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Caller;
import tracker.shared.Json;

/** The one line at the bottom left: what was done, with the way back. */
@Named("toasts")
@RequestScoped
public class Toasts {
  private static final String COOKIE = "gerask_toast";
  private static final String PLACE = "said";
  private static final int SECONDS_TO_NEXT_PAGE = 20;

  @Inject private Caller caller;

  private @Nullable String text;
  private @Nullable UUID operation;
  private boolean bad;

  /** Says that something was done, with Undo for everything that this request changed. */
  public void done(String what) {
    show(what, caller.operationOrNull(), false);
  }

  /** Says that something was done by this operation, which Undo takes back. */
  public void done(String what, UUID by) {
    show(what, by, false);
  }

  /** Says something that cannot be undone. */
  public void say(String what) {
    show(what, null, false);
  }

  /** Says why something was refused. */
  public void wrong(String why) {
    show(why, null, true);
  }

  private void show(String words, @Nullable UUID undoes, boolean isBad) {
    text = words;
    operation = undoes;
    bad = isBad;
    PartialViewContext partial = FacesContext.getCurrentInstance().getPartialViewContext();
    if (partial.isAjaxRequest()) {
      partial.getRenderIds().add(PLACE);
    }
  }

  /** Lets the next page say it, because this request ends in a redirect. */
  void carry(ExternalContext external) {
    if (text == null) {
      return;
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("text", text);
    said.put("operation", operation == null ? "" : operation.toString());
    said.put("bad", bad);
    external.addResponseCookie(
        COOKIE,
        URLEncoder.encode(Json.write(said), StandardCharsets.UTF_8).replace("+", "%20"),
        Map.of("path", Shell.cookiePath(external), "maxAge", SECONDS_TO_NEXT_PAGE));
  }

  /** Goes to another page of ours, and says there what was said here. */
  public void andGo(String path) {
    Shell.go(FacesContext.getCurrentInstance(), path, this);
  }

  public @Nullable String getText() {
    return text;
  }

  public @Nullable UUID getOperation() {
    return operation;
  }

  public boolean isBad() {
    return bad;
  }
}
