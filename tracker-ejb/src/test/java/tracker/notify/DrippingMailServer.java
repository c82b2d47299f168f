package tracker.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that at one step answers line after line and never comes to the last one. */
final class DrippingMailServer implements AutoCloseable {
  private static final long DROP = 100;
  private final ServerSocket door;
  private final String step;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger said = new AtomicInteger();

  /**
   * Starts one.
   *
   * @param step the beginning of the line that it drips at; {@code hello}: before anybody spoke
   */
  DrippingMailServer(String step) throws IOException {
    this.step = step;
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many lines it said where it drips. */
  int said() {
    return said.get();
  }

  private void serve() {
    try (Socket one = door.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(one.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = one.getOutputStream()) {
      answer(out, "hello", "220");
      boolean letter = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (letter && !line.equals(".")) {
          continue;
        }
        letter = line.equals("DATA");
        answer(out, line, letter ? "354" : "250");
      }
    } catch (SocketException e) {
      // it was cut off, as it should be
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(OutputStream out, String line, String code)
      throws IOException, InterruptedException {
    if (line.startsWith(step)) {
      do {
        say(out, code + "-wait");
        said.incrementAndGet();
      } while (!end.await(DROP, TimeUnit.MILLISECONDS));
    }
    say(out, code + " yes");
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    door.close();
  }
}
