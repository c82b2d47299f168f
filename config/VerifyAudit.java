import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Verifies a copy of the record of changes without the product: {@code java VerifyAudit.java
 * audit.jsonl [earlier.jsonl]}. The copy comes from {@code GET /api/admin/audit/export}. With an
 * earlier copy it also proves that nobody rewrote what stood there then.
 *
 * <p>Exit code 0: as it was written; 1: altered, with the line; 2: no such file or not a copy.
 */
public final class VerifyAudit {
  private final Map<String, String> ends = new HashMap<>();
  private final Map<String, String> earlier = new HashMap<>();
  private String chain = "";
  private long seq;
  private String hash = "";
  private long entries;
  private boolean ended;

  private VerifyAudit() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 2) {
      System.err.println("Usage: java VerifyAudit.java audit.jsonl [earlier.jsonl]");
      System.exit(2);
    }
    VerifyAudit audit = new VerifyAudit();
    try {
      if (args.length == 2) {
        audit.recall(Path.of(args[1]));
      }
      audit.read(Path.of(args[0]));
    } catch (IllegalStateException e) {
      System.out.println("altered: " + e.getMessage());
      System.exit(1);
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      System.err.println("cannot be read: " + e);
      System.exit(2);
    }
    System.out.println("valid: " + audit.entries + " entries, " + audit.ends.size() + " chains");
  }

  /** Notes how each chain ended in an earlier copy. */
  private void recall(Path copy) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(copy)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{\"head\"")) {
          earlier.put(
              value(line, "entity_id") + " " + value(line, "entity") + " " + number(line),
              value(line, "hash"));
        }
      }
    }
  }

  private void read(Path copy) throws IOException {
    long place = 0;
    try (BufferedReader lines = Files.newBufferedReader(copy)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        place++;
        try {
          take(line);
        } catch (IllegalStateException e) {
          throw new IllegalStateException("line " + place + ": " + e.getMessage());
        }
      }
    }
    check(ended, "the copy is cut off, its last line is missing");
    check(earlier.isEmpty(), "entries of an earlier copy are gone: " + earlier.keySet());
  }

  private void take(String line) {
    check(!ended, "there is more after the last line");
    if (line.startsWith("{\"end\"")) {
      check(chain.isEmpty(), chain + " has no end");
      ended = true;
    } else if (line.startsWith("{\"head\"")) {
      end(line);
    } else {
      entry(line);
    }
  }

  private void entry(String line) {
    String sealed = value(line, "sealed");
    // [id, entity, entity_id, scope, seq, ...: none of the first five holds a comma
    String[] parts = sealed.substring(1).split(", ", 6);
    String of = plain(parts[2]) + " " + plain(parts[1]);
    if (chain.isEmpty()) {
      chain = of;
      seq = 0;
      hash = "";
    }
    String id = plain(parts[0]);
    check(of.equals(chain), chain + " has no end");
    check(Long.parseLong(parts[4]) == seq + 1, "before " + id + " an entry is missing");
    check(value(line, "prev").equals(hash), id + " does not follow the entry before it");
    String sum = sha256(hash, sealed);
    check(value(line, "hash").equals(sum), id + " was altered");
    seq++;
    hash = sum;
    entries++;
    String then = earlier.remove(chain + " " + seq);
    check(then == null || then.equals(hash), id + " is another one than in the earlier copy");
  }

  private void end(String line) {
    String of = value(line, "entity_id") + " " + value(line, "entity");
    check(chain.isEmpty() || of.equals(chain), chain + " has no end");
    check(!chain.isEmpty(), "all entries of " + of + " are missing");
    check(
        number(line) == seq && value(line, "hash").equals(hash),
        "the last entries of " + of + " are missing");
    check(ends.put(of, hash) == null, of + " comes twice");
    chain = "";
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static String sha256(String before, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(before));
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private static long number(String line) {
    int from = line.indexOf("\"seq\": ") + 7;
    int to = from;
    while (Character.isDigit(line.charAt(to))) {
      to++;
    }
    return Long.parseLong(line.substring(from, to));
  }

  /** The text of a field; the sealed text is the last one, so that no other is sought inside it. */
  private static String value(String line, String field) {
    int from = line.indexOf("\"" + field + "\": \"") + field.length() + 5;
    StringBuilder text = new StringBuilder();
    for (int i = from; line.charAt(i) != '"'; i++) {
      char c = line.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      c = line.charAt(++i);
      switch (c) {
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          text.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
