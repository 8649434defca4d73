package dev.aiwf.slack;

import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;

/** Calls Slack's methods, and tells what may work later from what will not. */
final class SlackApi implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A form opens while Slack waits for an acknowledgement, which is due within three seconds. */
  private static final Duration HURRY = Duration.ofSeconds(2);

  private final OkHttpClient http;
  private final com.slack.api.Slack patient;
  private final MethodsClient methods;
  private final MethodsClient hurried;

  SlackApi(SlackSettings settings) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl());
    // Counting calls would call auth.test by itself, and log the beginning of the token.
    config.setStatsEnabled(false);
    // The listeners that are there by default log bodies.
    config.setHttpClientResponseHandlers(List.of());
    http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .connectTimeout(CONNECT)
            .callTimeout(PATIENCE)
            // A post that is silently sent again stands twice: whoever asked decides that.
            .retryOnConnectionFailure(false)
            .build();
    patient = slack(config, http);
    methods = patient.methods(settings.botToken());
    hurried =
        slack(config, http.newBuilder().callTimeout(HURRY).build()).methods(settings.botToken());
  }

  private static com.slack.api.Slack slack(SlackConfig config, OkHttpClient http) {
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    return com.slack.api.Slack.getInstance(config, client);
  }

  /** The client that Bolt is given, so that it has the same address and the same patience. */
  com.slack.api.Slack client() {
    return patient;
  }

  /** Calls a method. */
  <T extends SlackApiTextResponse> T ask(Call<T> call)
      throws NotNow, NotEver, InterruptedException {
    return ask(methods, Set.of(), call);
  }

  /** Calls a method whose answer may be one of these errors. */
  <T extends SlackApiTextResponse> T ask(Set<String> expected, Call<T> call)
      throws NotNow, NotEver, InterruptedException {
    return ask(methods, expected, call);
  }

  /** Calls a method while somebody waits. */
  <T extends SlackApiTextResponse> T askAtOnce(Call<T> call)
      throws NotNow, NotEver, InterruptedException {
    return ask(hurried, Set.of(), call);
  }

  private static <T extends SlackApiTextResponse> T ask(
      MethodsClient client, Set<String> expected, Call<T> call)
      throws NotNow, NotEver, InterruptedException {
    T answer;
    try {
      answer = call.on(client);
    } catch (SlackApiException e) {
      throw SlackErrors.status(e.getResponse().code(), e.getResponse().header("Retry-After"));
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new NotNow("Slack could not be reached.", e);
    } catch (RuntimeException e) {
      // The client's JSON reader throws these where the answer is a proxy's page, or cut off.
      throw new NotNow("Slack's answer could not be read.", e);
    }
    if (answer.isOk() || expected.contains(answer.getError())) {
      return answer;
    }
    SlackErrors.raise(answer.getError(), retryAfter(answer.getHttpResponseHeaders()));
    throw new AssertionError("every error is raised");
  }

  private static String retryAfter(Map<String, List<String>> headers) {
    return headers.getOrDefault("retry-after", List.of("")).getFirst();
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** One call of one method. */
  interface Call<T> {
    T on(MethodsClient client) throws IOException, SlackApiException;
  }
}
