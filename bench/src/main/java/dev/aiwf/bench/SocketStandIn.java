package dev.aiwf.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's end of Socket Mode, with as little around it as can be: the protocol's few bytes are
 * written here so that nothing but the program is measured. One connection, and so many requests at
 * a time that wait for their acknowledgement.
 */
final class SocketStandIn implements AutoCloseable {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
  private static final Pattern ACKNOWLEDGED = Pattern.compile("\"envelope_id\":\"e(\\d+)\"");
  private static final int TEXT = 0x81;
  private static final int PONG = 0x8A;
  private static final int FRAME_TEXT = 1;
  private static final int FRAME_CLOSE = 8;
  private static final int FRAME_PING = 9;

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

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = new BufferedOutputStream(socket.getOutputStream());
      shakeHands();
      send("{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A1\"}}");
      out.flush();
    }

    private void shakeHands() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.readUnsignedByte());
      }
      Matcher key = KEY.matcher(head);
      if (!key.find()) {
        throw new IOException("That was no WebSocket.");
      }
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accepted(key.group(1))
                  + "\r\n\r\n")
              .getBytes(Texts.UTF_8));
    }

    private static String accepted(String key) {
      try {
        return Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(Texts.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-1", e);
      }
    }

    /** Sends these events once each, as far as the time reaches, so many at a time. */
    Load.Outcome load(List<String> events, int atOnce, int seconds) throws IOException {
      long[] sentAt = new long[events.size()];
      long[] took = new long[events.size()];
      long begun = System.nanoTime();
      long until = begun + seconds * 1_000_000_000L;
      int sent = 0;
      int answered = 0;
      while (sent < Math.min(atOnce, events.size())) {
        sentAt[sent] = System.nanoTime();
        send(envelope(sent, events.get(sent)));
        sent++;
      }
      out.flush();
      while (answered < sent) {
        int number = acknowledged();
        long now = System.nanoTime();
        took[answered++] = now - sentAt[number];
        if (sent < events.size() && now < until) {
          sentAt[sent] = now;
          send(envelope(sent, events.get(sent)));
          sent++;
          out.flush();
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
        int kind = in.readUnsignedByte() & 0x0F;
        byte[] content = content();
        switch (kind) {
          case FRAME_TEXT -> {
            Matcher id = ACKNOWLEDGED.matcher(new String(content, Texts.UTF_8));
            if (id.find()) {
              return Integer.parseInt(id.group(1));
            }
          }
          case FRAME_PING -> {
            frame(PONG, content);
            out.flush();
          }
          case FRAME_CLOSE -> throw new EOFException("The connection was closed under load.");
          default -> {}
        }
      }
    }

    private byte[] content() throws IOException {
      int length = in.readUnsignedByte() & 0x7F;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = Math.toIntExact(in.readLong());
      }
      byte[] mask = in.readNBytes(4);
      byte[] content = in.readNBytes(length);
      for (int i = 0; i < content.length; i++) {
        content[i] ^= mask[i % 4];
      }
      return content;
    }

    private void send(String text) throws IOException {
      frame(TEXT, text.getBytes(Texts.UTF_8));
    }

    private void frame(int kind, byte[] content) throws IOException {
      out.write(kind);
      if (content.length < 126) {
        out.write(content.length);
      } else {
        out.write(126);
        out.write(content.length >> 8);
        out.write(content.length & 0xFF);
      }
      out.write(content);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
