package dev.aiwf.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's end of a WebSocket, with as little around it as can be: the protocol's few bytes are
 * written here so that nothing but the program is measured. Read by one thread at a time.
 */
final class WebSocketEnd implements AutoCloseable {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");
  private static final int TEXT = 0x81;
  private static final int PONG = 0x8A;
  private static final int FRAME_TEXT = 1;
  private static final int FRAME_CLOSE = 8;
  private static final int FRAME_PING = 9;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  WebSocketEnd(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new BufferedOutputStream(socket.getOutputStream());
    shakeHands();
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
    out.flush();
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

  /** The next text that comes. */
  String read() throws IOException {
    while (true) {
      Optional<String> text = next();
      if (text.isPresent()) {
        return text.get();
      }
    }
  }

  /** Answers what has come since, without waiting for more; texts are of no interest. */
  void keepUp() throws IOException {
    while (in.available() > 0) {
      var _ = next();
    }
  }

  private Optional<String> next() throws IOException {
    int kind = in.readUnsignedByte() & 0x0F;
    byte[] content = content();
    switch (kind) {
      case FRAME_TEXT -> {
        return Optional.of(new String(content, Texts.UTF_8));
      }
      case FRAME_PING -> frame(PONG, content);
      case FRAME_CLOSE -> throw new EOFException("The connection was closed.");
      default -> {}
    }
    return Optional.empty();
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

  void send(String text) throws IOException {
    frame(TEXT, text.getBytes(Texts.UTF_8));
  }

  private synchronized void frame(int kind, byte[] content) throws IOException {
    out.write(kind);
    if (content.length < 126) {
      out.write(content.length);
    } else if (content.length < 1 << 16) {
      out.write(126);
      out.write(content.length >> 8);
      out.write(content.length & 0xFF);
    } else {
      out.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) ((long) content.length >> shift) & 0xFF);
      }
    }
    out.write(content);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
