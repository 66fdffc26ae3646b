package io.bincard.shift;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network between one handheld and the server: a TCP proxy that can be cut, and that can lose
 * the answer to a push after the server has committed it.
 */
final class Link implements AutoCloseable {
  private static final byte[] PUSH = "/sync/push".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean up = true;
  private volatile boolean losing;
  private final AtomicInteger lost = new AtomicInteger();

  Link(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("link").start(this::accept);
  }

  String url() {
    return "http://localhost:" + door.getLocalPort();
  }

  /** From now on connections are refused, and those there are break. */
  void cut() {
    up = false;
    sockets.forEach(Link::closeQuietly);
  }

  void restore() {
    up = true;
  }

  /** The next answer to a push does not get through. */
  void loseNextPushAnswer() {
    losing = true;
  }

  /** How many answers were lost so far. */
  int lost() {
    return lost.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        sockets.add(client);
        if (up) {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
          sockets.add(server);
          Conversation conversation = new Conversation(client, server);
          Thread.ofVirtual().start(conversation::requests);
          Thread.ofVirtual().start(conversation::answers);
        } else {
          closeQuietly(client);
        }
      } catch (IOException closedOrRefused) {
        // the next connection may do better; a closed door ends the loop
      }
    }
  }

  /** One connection, both ways. */
  private final class Conversation {
    private final Socket client;
    private final Socket server;
    private volatile boolean pushing;

    Conversation(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void requests() {
      pump(client, server, true);
    }

    void answers() {
      pump(server, client, false);
    }

    private void pump(Socket from, Socket to, boolean request) {
      byte[] buffer = new byte[16 * 1024];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          if (request && contains(buffer, count)) {
            pushing = true;
          }
          if (!request && pushing && losing) {
            losing = false;
            lost.incrementAndGet();
            return; // the server has answered, so it has committed; nobody hears of it
          }
          out.write(buffer, 0, count);
          out.flush();
        }
      } catch (IOException cut) {
        // that is what this is for
      } finally {
        closeQuietly(client);
        closeQuietly(server);
        sockets.remove(client);
        sockets.remove(server);
      }
    }
  }

  private static boolean contains(byte[] buffer, int count) {
    for (int at = 0; at + PUSH.length <= count; at++) {
      int matched = 0;
      while (matched < PUSH.length && buffer[at + matched] == PUSH[matched]) {
        matched++;
      }
      if (matched == PUSH.length) {
        return true;
      }
    }
    return false;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // closed is what it should be
    }
  }

  @Override
  public void close() {
    cut();
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
