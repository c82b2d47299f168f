package tracker.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whom processes are connected to outside this machine, as Linux tells it: looked at twenty times a
 * second, TCP from the first packet on (also where nobody answers), UDP where it is connected, as
 * for questions about names.
 */
public final class Peers implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
  private static final int PEER = 2;
  private static final int INODE = 9;
  private final Supplier<Stream<ProcessHandle>> processes;
  private final Set<String> seen = new ConcurrentSkipListSet<>();
  private final AtomicLong looks = new AtomicLong();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "peers");
            thread.setDaemon(true);
            return thread;
          });

  /** A socket with somebody outside on its other end. */
  record Socket(String peer, String inode) {}

  /** Looks at these processes until it is closed. */
  public Peers(Supplier<Stream<ProcessHandle>> processes) {
    this.processes = processes;
    watch.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Those seen so far. */
  public Set<String> seen() {
    return seen;
  }

  /** How often it looked. */
  public long looks() {
    return looks.get();
  }

  private void look() {
    List<Socket> outside = new ArrayList<>();
    for (String table : TABLES) {
      try {
        outside.addAll(outside(Files.readAllLines(Path.of("/proc/self/net", table))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    looks.incrementAndGet();
    if (outside.isEmpty()) {
      return;
    }
    Set<String> ours = new TreeSet<>();
    processes.get().forEach(process -> ours.addAll(inodes(process.pid())));
    outside.stream()
        .filter(socket -> ours.contains(socket.inode()))
        .forEach(socket -> seen.add(socket.peer()));
  }

  private static Set<String> inodes(long pid) {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files.toList()) {
        String target = Files.readSymbolicLink(file).toString();
        if (target.startsWith("socket:[")) {
          found.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return found; // the process or the file is gone
    }
    return found;
  }

  /** The sockets of such a table whose other end is neither nobody nor this machine. */
  static List<Socket> outside(List<String> table) {
    List<Socket> found = new ArrayList<>();
    for (String line : table.subList(1, table.size())) {
      String[] words = line.strip().split("\\s+");
      String[] place = words[PEER].split(":");
      InetAddress peer = address(place[0]);
      if (!peer.isAnyLocalAddress() && !peer.isLoopbackAddress()) {
        String port = Integer.toString(Integer.parseInt(place[1], 16));
        found.add(new Socket(peer.getHostAddress() + ":" + port, words[INODE]));
      }
    }
    return found;
  }

  /** Words of four bytes, each with its last byte first. */
  private static InetAddress address(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int there = i / 4 * 4 + 3 - i % 4;
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * there, 2 * there + 2), 16);
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(hex, e);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
