package dev.aiwf.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's end of Socket Mode, with as little around it as can be, so that nothing but the program
 * is measured. One connection, and so many requests at a time that wait for their acknowledgement.
 */
final class SocketStandIn implements AutoCloseable {

  private static final Pattern ACKNOWLEDGED = Pattern.compile("\"envelope_id\":\"e(\\d+)\"");

  private final ServerSocket server;
  private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

  SocketStandIn() throws IOException {
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("socket-stand-in").start(this::accept);
  }

  /** Where a connection can be opened. */
  URI address() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/link");
  }

  /** The next connection that the program opens. */
  Connection connection() throws IOException, InterruptedException {
    Connection connection = connections.poll(60, TimeUnit.SECONDS);
    if (connection == null) {
      throw new IOException("Nobody opened a connection.");
    }
    return connection;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connections.add(new Connection(server.accept()));
      } catch (IOException e) {
        // Whoever went in the middle of it, or the end of it all.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** One connection, used by one thread at a time. */
  static final class Connection implements AutoCloseable {

    private final WebSocketEnd end;

    private Connection(Socket socket) throws IOException {
      end = new WebSocketEnd(socket);
      end.send(
          "{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A1\"}}");
      Thread.ofPlatform().daemon().name("socket-stand-in-idle").start(this::keepUp);
    }

    /** Whoever gets no answer to a ping takes the connection for lost. */
    private void keepUp() {
      try {
        while (true) {
          Thread.sleep(1_000);
          synchronized (this) {
            end.keepUp();
          }
        }
      } catch (IOException e) {
        // Closed, by whichever end.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Sends these events once each, as far as the time reaches, so many at a time. */
    synchronized Load.Outcome load(List<String> events, int atOnce, int seconds)
        throws IOException {
      long[] sentAt = new long[events.size()];
      long[] took = new long[events.size()];
      long begun = System.nanoTime();
      long until = begun + seconds * 1_000_000_000L;
      int sent = 0;
      int answered = 0;
      while (sent < Math.min(atOnce, events.size())) {
        sentAt[sent] = System.nanoTime();
        end.send(envelope(sent, events.get(sent)));
        sent++;
      }
      while (answered < sent) {
        int number = acknowledged();
        long now = System.nanoTime();
        took[answered++] = now - sentAt[number];
        if (sent < events.size() && now < until) {
          sentAt[sent] = now;
          end.send(envelope(sent, events.get(sent)));
          sent++;
        }
      }
      return new Load.Outcome(
          new Latencies(Arrays.copyOf(took, answered), answered),
          System.nanoTime() - begun,
          Map.of());
    }

    private static String envelope(int number, String event) {
      return "{\"envelope_id\":\"e%d\",\"type\":\"events_api\",\"accepts_response_payload\":false,\"retry_attempt\":0,\"retry_reason\":\"\",\"payload\":%s}"
          .formatted(number, event);
    }

    private int acknowledged() throws IOException {
      while (true) {
        Matcher id = ACKNOWLEDGED.matcher(end.read());
        if (id.find()) {
          return Integer.parseInt(id.group(1));
        }
      }
    }

    @Override
    public void close() throws IOException {
      end.close();
    }
  }
}
