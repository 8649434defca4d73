package dev.aiwf.artifacts.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Git's own server for https, on loopback: {@code git http-backend} behind the JDK's. */
final class GitHttpServer implements AutoCloseable {

  /** What stands between a request and git; it answers for itself or lets the request through. */
  @FunctionalInterface
  interface Gate {
    boolean passes(HttpExchange exchange) throws IOException;
  }

  private final Path root;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final List<String> requests = new ArrayList<>();
  volatile Gate gate = _ -> true;

  /** Whether what was pushed arrives and the word of it does not. */
  volatile boolean losing;

  GitHttpServer(Path root, Certificate certificate) throws IOException {
    this.root = root;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.setExecutor(threads);
    var _ = server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Lets only those in who show a password. */
  static Gate wanting(String user, String password) {
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return exchange -> {
      if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        return true;
      }
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
      answer(exchange, 401);
      return false;
    };
  }

  static Gate answering(int status) {
    return exchange -> {
      answer(exchange, status);
      return false;
    };
  }

  static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    synchronized (requests) {
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (gate.passes(exchange)) {
      Process process = run(exchange, body);
      if (losing && exchange.getRequestURI().getPath().endsWith("/git-receive-pack")) {
        var _ = process.getInputStream().readAllBytes();
        answer(exchange, 502);
      } else {
        pass(process.getInputStream(), exchange);
      }
    }
  }

  private Process run(HttpExchange exchange, byte[] body) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", root.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("GIT_CONFIG_GLOBAL", "");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "http.receivepack");
    environment.put("GIT_CONFIG_VALUE_0", "true");
    environment.put("REMOTE_USER", "bot");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put(
        "QUERY_STRING", Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
    environment.put("CONTENT_LENGTH", String.valueOf(body.length));
    header(exchange, "Content-Type", environment, "CONTENT_TYPE");
    header(exchange, "Content-Encoding", environment, "HTTP_CONTENT_ENCODING");
    header(exchange, "Git-Protocol", environment, "GIT_PROTOCOL");
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    }
    return process;
  }

  private static void header(
      HttpExchange exchange, String name, Map<String, String> environment, String variable) {
    String value = exchange.getRequestHeaders().getFirst(name);
    if (value != null) {
      environment.put(variable, value);
    }
  }

  /** A CGI program's output: headers, an empty line, the body. */
  private static void pass(InputStream output, HttpExchange exchange) throws IOException {
    int status = 200;
    String line = line(output);
    while (line != null && !line.isEmpty()) {
      String name = line.substring(0, line.indexOf(':'));
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (name.equals("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(name, value);
      }
      line = line(output);
    }
    exchange.sendResponseHeaders(status, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      var _ = output.transferTo(out);
    }
  }

  private static @Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
