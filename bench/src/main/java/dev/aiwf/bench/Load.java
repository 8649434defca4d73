package dev.aiwf.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * So many clients on connections that stay open, each sending its next request when the last one is
 * answered. One thread for all of them, for it shares the cores with what it measures.
 */
final class Load {

  private final List<ByteBuffer> requests;
  private final long until;
  private long[] took;
  private final Map<Integer, Integer> others = new TreeMap<>();
  private int sent;
  private int answered;
  private int open;

  private Load(List<ByteBuffer> requests, long until) {
    this.requests = requests;
    this.until = until;
    this.took = new long[Math.min(requests.size(), 1 << 20)];
  }

  /**
   * What came of it.
   *
   * @param took how long each answer took
   * @param nanos how long all of it took
   * @param others the answers that were not 200, by status
   */
  record Outcome(Latencies took, long nanos, Map<Integer, Integer> others) {

    double perSecond() {
      return took.count() * 1e9 / nanos;
    }

    /** Anything but 200 spoils a measurement. */
    Outcome whole() throws IOException {
      if (!others.isEmpty()) {
        throw new IOException("Not every request was acknowledged with 200: " + others);
      }
      return this;
    }
  }

  /** Sends these requests once each, as far as the time reaches. */
  static Outcome once(int port, int clients, List<ByteBuffer> requests, int seconds)
      throws IOException {
    return new Load(requests, System.nanoTime() + seconds * 1_000_000_000L).run(port, clients);
  }

  /** Sends one request over and over. */
  static Outcome again(int port, int clients, ByteBuffer request, int seconds) throws IOException {
    return once(port, clients, new Repeated(request), seconds);
  }

  private Outcome run(int port, int clients) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (Selector selector = Selector.open()) {
      List<Client> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Client client = new Client(channel);
        channel.register(selector, SelectionKey.OP_READ, client);
        all.add(client);
      }
      long begun = System.nanoTime();
      for (Client client : all) {
        next(client, begun);
      }
      while (open > 0) {
        if (selector.select(this::read, 30_000) == 0) {
          throw new IOException("There was no answer for 30 s.");
        }
      }
      long ended = System.nanoTime();
      for (Client client : all) {
        client.channel.close();
      }
      return new Outcome(new Latencies(took, answered), ended - begun, others);
    }
  }

  private void next(Client client, long now) throws IOException {
    if (sent == requests.size() || now >= until) {
      return;
    }
    ByteBuffer request = requests.get(sent++).duplicate();
    open++;
    client.sentAt = System.nanoTime();
    while (request.hasRemaining()) {
      client.channel.write(request);
    }
  }

  private void read(SelectionKey key) {
    Client client = (Client) key.attachment();
    try {
      if (client.channel.read(client.answer) < 0) {
        throw new EOFException("The connection was closed in the middle of the load.");
      }
      int status = Answer.status(client.answer);
      if (status == 0) {
        return;
      }
      long now = System.nanoTime();
      client.answer.clear();
      open--;
      if (status == 200) {
        keep(now - client.sentAt);
      } else {
        others.merge(status, 1, Integer::sum);
      }
      next(client, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(long nanos) {
    if (answered == took.length) {
      took = Arrays.copyOf(took, took.length * 2);
    }
    took[answered++] = nanos;
  }

  private static final class Client {
    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(64 * 1024);
    private long sentAt;

    Client(SocketChannel channel) {
      this.channel = channel;
    }
  }
}
