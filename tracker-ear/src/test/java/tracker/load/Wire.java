package tracker.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that stays open: HTTP/1.1 with as little of its own as possible, so that the
 * processor is left to what is measured.
 */
final class Wire implements AutoCloseable {
  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private final String head;
  private byte[] body = new byte[64 * 1024];
  private int length;

  Wire(int port, String token) throws IOException {
    this.port = port;
    socket = open();
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    out = socket.getOutputStream();
    head =
        " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAccept: application/json\r\nAuthorization: Bearer "
            + token
            + "\r\n";
  }

  private Socket open() throws IOException {
    Socket opened = new Socket("127.0.0.1", port);
    opened.setTcpNoDelay(true);
    return opened;
  }

  // the server ends a connection after some hundreds of requests, as it said in the answer before
  private void again() throws IOException {
    socket.close();
    socket = open();
    in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    out = socket.getOutputStream();
  }

  /** Sends one request and reads its answer whole; fails on any other status. */
  void call(String method, String path, String json, int expected) throws IOException {
    byte[] sent = json.getBytes(StandardCharsets.UTF_8);
    String request =
        method
            + " "
            + path
            + head
            + (sent.length == 0
                ? ""
                : "Content-Type: application/json\r\nContent-Length: " + sent.length + "\r\n")
            + "\r\n";
    byte[] first = request.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[first.length + sent.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(sent, 0, all, first.length, sent.length);
    out.write(all);
    out.flush();
    int status = Integer.parseInt(line().substring(9, 12));
    long size = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String small = header.toLowerCase(Locale.ROOT);
      if (small.startsWith("content-length:")) {
        size = Long.parseLong(small.substring(15).strip());
      }
      last |= small.equals("connection: close");
      chunked |= small.startsWith("transfer-encoding:");
    }
    length = 0;
    if (chunked) {
      for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
        read(chunk);
        line();
      }
      line();
    } else {
      read((int) size);
    }
    if (last) {
      again();
    }
    if (status != expected) {
      throw new IOException(method + " " + path + " -> " + status + " " + text());
    }
  }

  /** The body of the last answer. */
  String text() {
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private void read(int count) throws IOException {
    if (length + count > body.length) {
      body = java.util.Arrays.copyOf(body, 2 * (length + count));
    }
    if (in.readNBytes(body, length, count) < count) {
      throw new EOFException();
    }
    length += count;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The server ended the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
