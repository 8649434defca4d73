package dev.aiwf.slack;

import com.slack.api.bolt.response.Response;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HTTP's part in it: reads a request once, bounded, and lets it in only with Slack's signature.
 * Whoever sends anything else learns a status and nothing more.
 */
final class EventsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final int LARGEST = 1024 * 1024;

  private final transient Signature signature;
  private final transient Requests requests;

  EventsServlet(Signature signature, Requests requests) {
    this.signature = signature;
    this.requests = requests;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Read although its announced length tells: an answer that comes sooner may not be heard.
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (!signature.holds(
        request.getHeader(Signature.TIMESTAMP), request.getHeader(Signature.SIGNATURE), body)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    write(requests.answer(new String(body, StandardCharsets.UTF_8), headers(request)), response);
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  private static void write(Response answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.getStatusCode());
    String body = answer.getBody();
    if (body != null) {
      response.setContentType(answer.getContentType());
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }
}
