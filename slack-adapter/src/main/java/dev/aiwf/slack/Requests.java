package dev.aiwf.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.events.payload.UrlVerificationPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadDetector;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.app_backend.util.JsonPayloadTypeDetector;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack sends, whichever way it came in, once it is known to come from Slack. */
final class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private static final Set<String> KNOWN =
      Set.of(
          EventsApiPayload.TYPE,
          UrlVerificationPayload.TYPE,
          BlockActionPayload.TYPE,
          ViewSubmissionPayload.TYPE);

  private final App app;
  private final SlackRequestParser parser;

  Requests(App app) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  Response answer(String body, Map<String, List<String>> headers) {
    Request<?> request;
    try {
      if (!known(body)) {
        return status(400);
      }
      request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestBody(body)
                  .headers(new RequestHeaders(headers))
                  .build());
    } catch (RuntimeException e) {
      // Bolt has no exception of its own for a body that it can't read.
      LOG.info("A signed request was no request of Slack's: {}", e.getClass().getSimpleName());
      return status(400);
    }
    try {
      return app.run(request);
    } catch (NotTaken e) {
      return status(503);
    } catch (Exception e) {
      LOG.error("A request of Slack's failed", e);
      return status(500);
    }
  }

  /** Asked first because Bolt's parser logs the whole body of what it does not know. */
  private static boolean known(String body) {
    String json = new JsonPayloadExtractor().extractIfExists(body);
    return json == null
        ? new SlashCommandPayloadDetector().isCommand(body)
        : KNOWN.contains(String.valueOf(new JsonPayloadTypeDetector().detectType(json)));
  }

  private static Response status(int code) {
    return Response.builder().statusCode(code).build();
  }
}
