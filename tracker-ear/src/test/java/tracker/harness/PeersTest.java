package tracker.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeersTest {
  private static final String HEAD = "  sl  local_address rem_address   st tx_queue rx_queue";
  private static final String REST =
      " 01 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 20 4 30 10 -1";

  @Test
  void whoever_is_outside_is_found_in_the_tables_of_linux() {
    assertEquals(
        List.of(new Peers.Socket("192.0.2.9:443", "4711")),
        Peers.outside(List.of(HEAD, "   0: 020200C0:9C40 090200C0:01BB" + REST)));
    assertEquals(
        List.of(new Peers.Socket("2001:db8:0:0:0:0:0:1:53", "4711")),
        Peers.outside(
            List.of(
                HEAD,
                "   0: 000080FE00000000FF00FC0001000000:9C40 B80D0120000000000000000001000000:0035"
                    + REST)));
  }

  @Test
  void nobody_and_this_machine_are_not() {
    for (String peer :
        List.of(
            "00000000:0000",
            "0100007F:1538",
            "00000000000000000000000001000000:1F90",
            "0000000000000000FFFF00000100007F:1F90")) {
      assertEquals(
          List.of(), Peers.outside(List.of(HEAD, "   0: 0100007F:9C40 " + peer + REST)), peer);
    }
  }

  @Test
  void a_connection_of_a_watched_process_is_seen_as_it_is_there() throws IOException {
    InetAddress own = outer();
    try (ServerSocket server = new ServerSocket(0, 1, own);
        Peers nobody = new Peers(Stream::empty);
        Peers peers = new Peers(() -> Stream.of(ProcessHandle.current()));
        Socket connection = new Socket(own, server.getLocalPort())) {
      String wanted = own.getHostAddress() + ":" + connection.getPort();
      Waiting.until(
          Duration.ofSeconds(20), () -> peers.seen().contains(wanted), () -> "Not " + wanted);
      assertTrue(nobody.seen().isEmpty(), "What others do is theirs");
    }
  }

  /** An address of this machine that is not the loop back. */
  private static InetAddress outer() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress())
        .findFirst()
        .orElseThrow(() -> new AssertionError("This machine has no network to be careful with"));
  }
}
