package tracker.shared.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions of single resources, as ETag and back. */
public final class Versions {
  /** A version that nothing ever has: what If-Match names cannot be there. */
  private static final long NEVER = -1;

  private Versions() {}

  /** The ETag of a version: {@code "5"}. */
  public static EntityTag tag(long version) {
    return tag(version, "");
  }

  /** The ETag of a version and what the caller sees differently: {@code "5-pinned"}. */
  static EntityTag tag(long version, String own) {
    return new EntityTag(text(version, own));
  }

  private static String text(long version, String own) {
    return own.isEmpty() ? Long.toString(version) : version + "-" + own;
  }

  /** The version that If-Match asks for; null where it is absent or {@code *}. */
  public static @Nullable Long ifMatch(HttpServletRequest request) {
    String wanted = header(request, HttpHeaders.IF_MATCH);
    if (wanted == null || wanted.isBlank() || wanted.strip().equals("*")) {
      return null;
    }
    try {
      return Long.valueOf(bare(wanted).replaceFirst("(?<=[0-9])-[a-z]+$", ""));
    } catch (NumberFormatException e) {
      return NEVER;
    }
  }

  /** Whether the caller has this version already (If-None-Match). */
  static boolean isKnown(HttpServletRequest request, long version, String own) {
    String known = header(request, HttpHeaders.IF_NONE_MATCH);
    if (known == null) {
      return false;
    }
    String wanted = text(version, own);
    return known.strip().equals("*")
        || Arrays.stream(known.split(",")).map(Versions::bare).anyMatch(wanted::equals);
  }

  private static @Nullable String header(HttpServletRequest request, String name) {
    List<String> lines = Collections.list(request.getHeaders(name));
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  // a proxy that compresses makes a tag weak, so W/ is taken for the same
  private static String bare(String tag) {
    String text = tag.strip();
    if (text.startsWith("W/")) {
      text = text.substring(2);
    }
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
