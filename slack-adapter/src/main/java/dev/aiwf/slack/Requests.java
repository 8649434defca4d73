package dev.aiwf.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.events.payload.UrlVerificationPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.UrlVerificationRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack sends, whichever way it came in, once it is known to come from Slack. */
final class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final App app;

  Requests(App app) {
    this.app = app;
  }

  Response answer(String body, Map<String, List<String>> headers) {
    Optional<Request<?>> request;
    try {
      request = read(body, new RequestHeaders(headers));
    } catch (IOException | RuntimeException e) {
      // Bolt has no exception of its own for a body that it can't read.
      LOG.info("A signed request was no request of Slack's: {}", e.getClass().getSimpleName());
      return status(400);
    }
    return request.map(this::run).orElseGet(() -> status(400));
  }

  /**
   * Instead of Bolt's parser, which logs the whole body of what it does not know, and reads each
   * body several times over while Slack waits.
   */
  private static Optional<Request<?>> read(String body, RequestHeaders headers) throws IOException {
    Payload payload = Payload.in(body).orElse(null);
    if (payload == null) {
      return Optional.empty();
    }
    String json = payload.json();
    if (json == null) {
      return Optional.of(new SlashCommandRequest(body, headers));
    }
    return Optional.ofNullable(
        switch (payload.type()) {
          case EventsApiPayload.TYPE -> new EventRequest(json, headers);
          case UrlVerificationPayload.TYPE -> new UrlVerificationRequest(json, headers);
          case BlockActionPayload.TYPE -> new BlockActionRequest(body, json, headers);
          case ViewSubmissionPayload.TYPE -> new ViewSubmissionRequest(body, json, headers);
          case MessageShortcutPayload.TYPE -> new MessageShortcutRequest(body, json, headers);
          case null, default -> null;
        });
  }

  private Response run(Request<?> request) {
    try {
      return app.run(request);
    } catch (NotTaken e) {
      return status(503);
    } catch (Exception e) {
      LOG.error("A request of Slack's failed", e);
      return status(500);
    }
  }

  private static Response status(int code) {
    return Response.builder().statusCode(code).build();
  }
}
