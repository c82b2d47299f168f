package tracker.harness;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assertions;
import tracker.harness.People.Person;

/**
 * A browser window on the shared product. {@link #close} fails on every console error, script error
 * and request to another origin since it was opened.
 */
public final class Browser implements AutoCloseable {
  /** The two sizes that pages are judged at. */
  public enum Size {
    DESK(1440, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  private static final Path SHOTS = Product.target().resolve("screenshots");
  private static final Map<String, String> SIGNED_IN = new ConcurrentHashMap<>();
  // an engine serves the thread that started it and no other
  private static final ThreadLocal<com.microsoft.playwright.Browser> ENGINE =
      ThreadLocal.withInitial(Browser::launched);

  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new CopyOnWriteArrayList<>();

  private final String origin;

  private Browser(BrowserContext context, String origin) {
    this.context = context;
    this.origin = origin;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            faults.add("console: " + message.text() + " at " + message.location());
          }
        });
    page.onPageError(error -> faults.add("script: " + error));
    page.onRequest(
        request -> {
          if (request.url().startsWith("http") && !request.url().startsWith(origin + "/")) {
            faults.add("other origin: " + request.url());
          }
        });
    // waits end as soon as they may: this is only how slow a busy machine may be
    page.setDefaultTimeout(60_000);
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  /** A window of nobody. */
  public static Browser open(Size size, String locale, ColorScheme theme) {
    return new Browser(ENGINE.get().newContext(options(size, locale, theme)), origin());
  }

  /** A window of nobody on a copy of the product of its own. */
  public static Browser on(Product product, Size size) {
    return new Browser(
        ENGINE.get().newContext(options(size, "en-US", ColorScheme.LIGHT)), product.url());
  }

  private static String origin() {
    return Product.shared().url();
  }

  public static Browser open(Size size) {
    return open(size, "en-US", ColorScheme.LIGHT);
  }

  /** A window in which this person is signed in, by the sign-in page the first time. */
  public static Browser open(Size size, Person person) {
    return open(size, person, "en-US", ColorScheme.LIGHT);
  }

  public static Browser open(Size size, Person person, String locale, ColorScheme theme) {
    String state = SIGNED_IN.computeIfAbsent(person.email(), email -> signedIn(person));
    return new Browser(
        ENGINE.get().newContext(options(size, locale, theme).setStorageState(state)), origin());
  }

  private static String signedIn(Person person) {
    try (Browser browser = open(Size.DESK)) {
      browser.signIn(person);
      return browser.context.storageState();
    }
  }

  /** Signs in by the page. */
  public void signIn(Person person) {
    go("/login");
    page.locator("input[type=email]").fill(person.email());
    page.locator("input[type=password]").fill(person.password());
    page.locator("input[type=password]").press("Enter");
    page.waitForURL("**/my-work**");
  }

  /** Signs out by the menu of the page. */
  public Browser signOut() {
    page.locator("button.me").click();
    page.getByText("Sign out").first().click();
    page.waitForURL("**/login**");
    return this;
  }

  /** Opens a page of the product by its path. */
  public Browser go(String path) {
    page.navigate(origin + path);
    return this;
  }

  public Page page() {
    return page;
  }

  /** A part of the page by its {@code data-test} name. */
  public Locator part(String name) {
    return page.locator("[data-test='" + name + "']");
  }

  /** Keeps pictures of this page under this name at both sizes, as build output. */
  public Browser shoot(String name) {
    for (Size size : Size.values()) {
      page.setViewportSize(size.width, size.height);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SHOTS.resolve(name + "-" + size.width + "x" + size.height + ".png")));
    }
    return this;
  }

  /** Keeps a picture in the size of now, of what another size would not show as it is. */
  public Browser shootHere(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    return this;
  }

  /** Fails on every accessibility finding that is serious or critical. */
  public Browser isAccessible() {
    List<String> findings =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .map(Browser::told)
                .toList();
    Assertions.assertEquals(List.of(), findings, page.url());
    return this;
  }

  /** Fails where the page can be scrolled sideways. */
  public Browser fitsSideways() {
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    Assertions.assertEquals("0", String.valueOf(wider), page.url() + " is wider than its window");
    return this;
  }

  /** What went wrong so far; a test that provokes a fault takes it out. */
  public List<String> faults() {
    return faults;
  }

  @Override
  public void close() {
    String url = page.url();
    context.close();
    Assertions.assertEquals(List.of(), List.copyOf(faults), url);
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }

  private static com.microsoft.playwright.Browser.NewContextOptions options(
      Size size, String locale, ColorScheme theme) {
    return new com.microsoft.playwright.Browser.NewContextOptions()
        .setViewportSize(size.width, size.height)
        .setLocale(locale)
        .setColorScheme(theme)
        .setHasTouch(size == Size.PHONE)
        .setExtraHTTPHeaders(Map.of("X-Forwarded-For", Rest.anAddress()));
  }

  // without a locale of UTF-8 it cannot name what it saves
  private static Map<String, String> environment(Chromium chromium) {
    Map<String, String> environment = new HashMap<>(chromium.environment());
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }

  private static com.microsoft.playwright.Browser launched() {
    Chromium chromium = Chromium.find();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium.program())
                .setEnv(environment(chromium))
                .setTimeout(120_000)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run")));
  }
}
