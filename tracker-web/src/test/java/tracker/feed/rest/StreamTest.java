package tracker.feed.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tracker.feed.ChangesAsk;
import tracker.feed.FeedProblem;
import tracker.shared.Cursor;
import tracker.shared.Ids;
import tracker.shared.Problem;

/** A stream writes what its reader takes and waits for nobody. */
class StreamTest {
  private static final String PLACE = Cursor.write("7", Ids.next());
  private final Out out = new Out();
  private int ends;
  private final Stream stream = stream(Ids.next(), false);

  private Stream stream(UUID account, boolean ofPage) {
    ChangesAsk ask = ChangesAsk.of(null, null, null, null);
    return new Stream(account, ofPage, Optional::empty, ask, PLACE, out, () -> ends++);
  }

  /** A connection whose reader takes what it gets, or nothing. */
  private static final class Out extends ServletOutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean takes = true;
    private boolean broken;

    @Override
    public boolean isReady() {
      return takes;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      // the test calls it
    }

    @Override
    public void write(int b) throws IOException {
      if (broken) {
        throw new IOException("reset");
      }
      taken.write(b);
    }

    String text() {
      return taken.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void the_first_lines_say_when_to_come_back_and_where_to_go_on() {
    stream.greet(2000);
    assertEquals("retry: 2000\nid: " + PLACE + "\n\n", out.text());
  }

  @Test
  void an_event_is_its_place_its_name_and_one_line_of_json() {
    stream.event("x", "change", "a\nb");
    assertEquals("id: x\nevent: change\ndata: \"a\\nb\"\n\n", out.text());
  }

  @Test
  void a_silent_stream_shows_that_it_lives_and_a_busy_one_needs_not() {
    stream.event(PLACE, "change", 1);
    int length = out.text().length();
    stream.beat(PLACE);
    assertEquals(length, out.text().length());
    stream.beat(PLACE);
    assertEquals(":\n\n", out.text().substring(length));
    stream.beat("further");
    assertTrue(out.text().endsWith(":\nid: further\n\n"), out::text);
  }

  @Test
  void what_the_reader_does_not_take_waits_and_then_comes_in_order() {
    out.takes = false;
    stream.event("a", "change", 1);
    stream.event("b", "change", 2);
    assertFalse(stream.isTaken());
    boolean[] told = new boolean[1];
    stream.whenTaken(() -> told[0] = true);
    assertFalse(told[0]);
    out.takes = true;
    stream.onWritePossible();
    assertTrue(told[0] && stream.isTaken());
    assertTrue(out.text().startsWith("id: a\n") && out.text().contains("id: b\n"), out::text);
  }

  @Test
  void a_reader_that_takes_nothing_is_given_up() {
    out.takes = false;
    stream.event("a", "change", 1);
    for (int beat = 1; beat < Stream.PATIENCE; beat++) {
      stream.beat("a");
      assertEquals(0, ends);
    }
    stream.beat("a");
    assertEquals(1, ends);
    assertTrue(stream.isEnded());
  }

  @Test
  void a_broken_connection_ends_it_once() {
    out.broken = true;
    stream.event("a", "change", 1);
    stream.event("b", "change", 2);
    stream.onError(new IOException("reset"));
    assertEquals(1, ends);
  }

  @Test
  void the_reason_is_said_before_the_end() {
    stream.endWith("signed_out");
    stream.endWith("signed_out");
    assertEquals("event: end\ndata: \"signed_out\"\n\n", out.text());
    assertEquals(1, ends);
  }

  @Test
  void a_page_ends_the_oldest_stream_of_a_page_where_there_is_no_room() {
    OpenStreams open = new OpenStreams();
    UUID account = Ids.next();
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < OpenStreams.OF_ACCOUNT; i++) {
      open.makeRoom(account);
      open.reserve(account);
      streams.add(stream(account, i > 0)); // the first is a program's
      open.add(streams.get(i));
    }
    assertEquals(0, ends);
    open.makeRoom(account);
    assertEquals(1, ends);
    assertTrue(streams.get(1).isEnded());
  }

  @Test
  void an_account_and_a_node_have_room_for_so_many() {
    OpenStreams open = new OpenStreams();
    UUID account = Ids.next();
    for (int i = 0; i < OpenStreams.OF_ACCOUNT; i++) {
      open.reserve(account);
    }
    assertEquals(
        FeedProblem.TOO_MANY_STREAMS,
        assertThrows(Problem.class, () -> open.reserve(account)).code());
    open.giveBack(account);
    open.reserve(account);
    for (int i = OpenStreams.OF_ACCOUNT; i < OpenStreams.OF_NODE; i++) {
      open.reserve(Ids.next());
    }
    Problem full = assertThrows(Problem.class, () -> open.reserve(Ids.next()));
    assertEquals(FeedProblem.NO_MORE_STREAMS, full.code());
    assertEquals(OpenStreams.OF_NODE, open.figures().get(0).value());
  }
}
