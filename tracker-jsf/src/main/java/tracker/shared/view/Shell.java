package tracker.shared.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tracker.identity.Accounts;
import tracker.identity.Caller;
import tracker.shared.Build;
import tracker.work.MyWork;

/** What stands around every page: links, theme, who is there, where to go next. */
@Named("shell")
@RequestScoped
public class Shell {
  private static final String THEME = "gerask_theme";
  private static final String DENSITY = "gerask_density";
  private static final String PROJECT = "gerask_project";
  private static final Set<String> THEMES = Set.of("light", "dark", "system");
  private static final Set<String> DENSITIES = Set.of("compact", "roomy");
  private static final int A_YEAR = 365 * 24 * 3600;

  @Inject private Caller caller;
  @Inject private Accounts accounts;
  @Inject private MyWork work;
  @Inject private Toasts toasts;
  @Inject private Assets assets;

  private @Nullable Long count;
  private @Nullable String theme;

  /** An address inside the application with its context path, e.g. {@code /task/NEVA-1}. */
  public String link(String path) {
    return external().getRequestContextPath() + path;
  }

  /** The address of a file in assets, new whenever the file is. */
  public String asset(String name) {
    return link("/assets/" + name + "?v=" + assets.version());
  }

  /** The address of one icon of the set. */
  public String icon(String name) {
    return asset("icons.svg") + "#" + name;
  }

  /** The address of the page as the browser shows it, without the context path. */
  public String here() {
    Object shown = request().getAttribute(PageFilter.SHOWN);
    return shown == null ? "/" : shown.toString();
  }

  /** What stands after the page's name in the address, e.g. {@code NEVA-1}; null without it. */
  public @Nullable String keyInAddress() {
    Address address = Address.of(here());
    return address == null ? null : address.key();
  }

  /** The board of the project that was looked at last. */
  public String boardLink() {
    String key = cookie(PROJECT);
    return link(key != null && key.matches("[A-Z][A-Z0-9]{1,9}") ? "/board/" + key : "/board");
  }

  /** Keeps a project as the one looked at last. */
  public void remember(String projectKey) {
    keep(external(), PROJECT, projectKey);
  }

  /** The project that was looked at last, or null. */
  public @Nullable String lastProject() {
    return cookie(PROJECT);
  }

  /** {@code light}, {@code dark} or {@code system}, known before the first byte is painted. */
  public String theme() {
    if (theme == null) {
      String kept = cookie(THEME);
      theme = kept != null && THEMES.contains(kept) ? kept : themeOfAccount();
    }
    return theme;
  }

  /** How close rows stand in this browser: {@code compact} or {@code roomy}; null as usual. */
  public @Nullable String density() {
    String kept = cookie(DENSITY);
    return kept != null && DENSITIES.contains(kept) ? kept : null;
  }

  /** What a page's script keeps in this browser under a name, or null. */
  public @Nullable String kept(String name) {
    return cookie(name);
  }

  private String themeOfAccount() {
    if (!caller.isSignedIn()) {
      return "system";
    }
    String chosen = accounts.me().theme();
    if (!external().isResponseCommitted()) {
      keep(external(), THEME, chosen);
    }
    return chosen;
  }

  /** The version of the product. */
  public String version() {
    return Build.ours().version();
  }

  public boolean isSignedIn() {
    return caller.isSignedIn();
  }

  public boolean isAdmin() {
    return caller.isAdmin();
  }

  public UUID id() {
    return caller.id();
  }

  public String name() {
    return caller.signedIn().name();
  }

  /** How many open tasks wait for the reader. */
  public long count() {
    if (count == null) {
      count = work.count();
    }
    return count;
  }

  /** Lets the browser forget the theme of who leaves. */
  void forgetTheme() {
    external().addResponseCookie(THEME, "", Map.of("path", cookiePath(external()), "maxAge", 0));
  }

  /** Lets the browser know the theme from now on. */
  public void keepTheme(String theme) {
    keep(external(), THEME, theme);
  }

  /** Shows the same page afresh, with its filters, and with what was said. */
  public void again() {
    Object query = request().getAttribute("jakarta.servlet.forward.query_string");
    go(query == null ? here() : here() + "?" + query);
  }

  /** Goes to another page of ours. */
  public void go(String path) {
    go(FacesContext.getCurrentInstance(), path, toasts);
  }

  static void go(FacesContext context, String path, Toasts toasts) {
    ExternalContext external = context.getExternalContext();
    toasts.carry(external);
    try {
      external.redirect(external.getRequestContextPath() + path);
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  static String cookiePath(ExternalContext external) {
    String path = external.getRequestContextPath();
    return path.isEmpty() ? "/" : path;
  }

  private static void keep(ExternalContext external, String name, String value) {
    external.addResponseCookie(name, value, Map.of("path", cookiePath(external), "maxAge", A_YEAR));
  }

  private @Nullable String cookie(String name) {
    Object cookie = external().getRequestCookieMap().get(name);
    return cookie instanceof Cookie found ? found.getValue() : null;
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) external().getRequest();
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
