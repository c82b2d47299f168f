package tracker.harness;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accounts to test with. Passwords are slow by design, so {@link #named} gives the same person to
 * all tests; a test that changes the person itself takes a {@link #newcomer}.
 */
public final class People {
  public static final String PASSWORD = "linen 4471 basket";
  private static final Map<String, Person> KNOWN = new ConcurrentHashMap<>();
  private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();
  private static final AtomicInteger NEXT = new AtomicInteger(1);

  /** An account with its tokens. */
  public record Person(
      String id, String name, String email, String password, String access, String refresh) {
    /** A REST client signed in as this person. */
    public Rest rest() {
      return Rest.stranger().as(access);
    }
  }

  private People() {}

  /** The first administrator. */
  public static Person admin() {
    return KNOWN.computeIfAbsent(
        "admin", name -> login(Rest.stranger(), Product.ADMIN_EMAIL, Product.ADMIN_PASSWORD));
  }

  /** A user whom tests share. */
  public static Person named(String name) {
    return KNOWN.computeIfAbsent(name, People::registered);
  }

  /** A user whom nobody else knows. */
  public static Person newcomer() {
    return registered("Newcomer");
  }

  /** E-mail addresses, passwords and tokens of everybody so far: none may show up in a log. */
  public static Set<String> secrets() {
    return Set.copyOf(SECRETS);
  }

  /** Registers an account and signs it in. */
  private static Person registered(String name) {
    String email = "person" + NEXT.getAndIncrement() + "." + Product.RUN + "@gerask.test";
    Rest.stranger()
        .post("/api/auth/register", Map.of("email", email, "password", PASSWORD, "name", name))
        .is(201);
    return login(Rest.stranger(), email, PASSWORD);
  }

  /** Signs in and asks who it is. */
  public static Person login(Rest rest, String email, String password) {
    Answer tokens =
        rest.post("/api/auth/login", Map.of("email", email, "password", password)).is(200);
    String access = tokens.field("access");
    Answer me = rest.as(access).get("/api/auth/me").is(200);
    SECRETS.addAll(List.of(email, password, access, tokens.field("refresh")));
    return new Person(
        me.field("id"), me.field("name"), email, password, access, tokens.field("refresh"));
  }
}
