package dev.aiwf.testkit.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A stream to whoever asked; what is written is sent at once. */
final class Out {

  private final OutputStream stream;

  Out(OutputStream stream) {
    this.stream = stream;
  }

  /** A server-sent event without a name. */
  void data(Object data) throws IOException {
    write("data: " + data + "\n\n");
  }

  /** A server-sent event. */
  void event(String name, Object data) throws IOException {
    write("event: " + name + "\ndata: " + data + "\n\n");
  }

  void line(Object data) throws IOException {
    write(data + "\n");
  }

  private void write(String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
    stream.flush();
  }
}
