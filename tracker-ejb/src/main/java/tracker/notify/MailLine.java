package tracker.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * The line to the mail server for one try: it is cut when the try has lasted long enough, for a
 * server that says a little at a time never makes a single step late.
 */
final class MailLine extends SocketFactory implements AutoCloseable {
  private final Socket socket = new Socket();
  private final ScheduledFuture<?> end;

  MailLine(ScheduledExecutorService watch, Duration longest) {
    end = watch.schedule(this::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Socket createSocket() {
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw connectsItself();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw connectsItself();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw connectsItself();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw connectsItself();
  }

  private static UnsupportedOperationException connectsItself() {
    return new UnsupportedOperationException("Mail connects by itself");
  }

  private void cut() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end.cancel(false);
    cut();
  }
}
