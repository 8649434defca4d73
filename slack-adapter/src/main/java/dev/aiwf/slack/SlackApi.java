package dev.aiwf.slack;

import com.google.gson.Gson;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Calls Slack's methods, and tells what may work later from what will not. */
final class SlackApi implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A form opens while Slack waits for an acknowledgement, which is due within three seconds. */
  private static final Duration HURRY = Duration.ofSeconds(2);

  private static final int MOST_AT_ONCE = 32;

  /** A network that is gone says nothing; whoever is asked and does not answer by then is gone. */
  private static final Duration PING = Duration.ofSeconds(15);

  /** Slack's words for a token that opens no connection. */
  private static final Set<String> NO_APP_TOKEN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "not_allowed_token_type",
          "missing_scope",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "forbidden_team");

  private static final Gson JSON = new Gson();

  private final OkHttpClient http;
  private final OkHttpClient sockets;
  private final com.slack.api.Slack patient;
  private final MethodsClient methods;
  private final MethodsClient hurried;
  private final String token;
  private final HttpUrl api;

  SlackApi(SlackSettings settings) {
    token = settings.botToken();
    api = HttpUrl.get(settings.apiUrl());
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
            // As many channels are written to at once, and a connection is dear.
            .connectionPool(new ConnectionPool(MOST_AT_ONCE, 1, TimeUnit.MINUTES))
            // A post that is silently sent again stands twice: whoever asked decides that.
            .retryOnConnectionFailure(false)
            .build();
    sockets = http.newBuilder().pingInterval(PING).build();
    patient = slack(config, http);
    methods = patient.methods(token);
    hurried = slack(config, http.newBuilder().callTimeout(HURRY).build()).methods(token);
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

  /**
   * Posts a message, or changes one. The client would read the whole message back with a JSON
   * reader that it makes anew each time, and that costs more than all else about a post.
   *
   * @return what Slack calls the message; none if the answer was one of these errors
   */
  Optional<String> write(Set<String> expected, String method, FormBody.Builder form)
      throws NotNow, NotEver, InterruptedException {
    return attempt(() -> {
      try (Response response = methods.runPostFormWithToken(form, method, token)) {
        String body = response.body().string();
        if (!response.isSuccessful()) {
          throw new SlackApiException(response, body, null);
        }
        Written written = JSON.fromJson(body, Written.class);
        accepted(expected, written.ok, written.error, response.header("Retry-After"));
        return written.ok
            ? Optional.of(written.ts == null ? "" : written.ts)
            : Optional.<String>empty();
      }
    });
  }

  /** Where one connection can be opened on which requests come. */
  String connection(String appToken) throws NotNow, NotEver, InterruptedException {
    var answer =
        ask(patient.methods(appToken), NO_APP_TOKEN, slack -> slack.appsConnectionsOpen(r -> r));
    if (!answer.isOk()) {
      throw new NotEver(
          "Slack does not accept the app-level token (%s). Make one with the scope connections:write under Basic Information, and set SLACK_APP_TOKEN."
              .formatted(answer.getError()));
    }
    if (answer.getUrl() == null) {
      throw new NotNow("Slack did not say where to connect.", (Throwable) null);
    }
    return answer.getUrl();
  }

  /** Opens a connection that was asked for. */
  void listen(String address, WebSocketListener listener) throws NotNow {
    try {
      var _ = sockets.newWebSocket(new Request.Builder().url(address).build(), listener);
    } catch (IllegalArgumentException e) {
      throw new NotNow("Slack named an address that is none.", e);
    }
  }

  /** Sends something that is no method, and reads what comes back. */
  <T> T exchange(Request request, Reading<T> reading) throws NotNow, NotEver, InterruptedException {
    return attempt(() -> {
      try (Response response = http.newCall(request).execute()) {
        return reading.of(response);
      }
    });
  }

  /** A request that bears the bot's token, which goes to Slack only. */
  Request asking(String address) throws NotEver {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null
        || !(url.host().equals(api.host())
            || (url.isHttps() && url.host().endsWith(".slack.com")))) {
      throw new NotEver("The file does not lie in Slack.");
    }
    return new Request.Builder().url(url).header("Authorization", "Bearer " + token).build();
  }

  /** As much of the answer as is wanted. */
  private record Written(boolean ok, @Nullable String error, @Nullable String ts) {}

  private static <T extends SlackApiTextResponse> T ask(
      MethodsClient client, Set<String> expected, Call<T> call)
      throws NotNow, NotEver, InterruptedException {
    return attempt(() -> {
      T answer = call.on(client);
      accepted(expected, answer.isOk(), answer.getError(), retryAfter(answer));
      return answer;
    });
  }

  private static <T> T attempt(Attempt<T> attempt) throws NotNow, NotEver, InterruptedException {
    try {
      return attempt.make();
    } catch (SlackApiException e) {
      throw SlackErrors.status(e.getResponse().code(), e.getResponse().header("Retry-After"));
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new NotNow("Slack could not be reached.", e);
    } catch (RuntimeException e) {
      // The JSON reader throws these where the answer is a proxy's page, or cut off.
      throw new NotNow("Slack's answer could not be read.", e);
    }
  }

  private static void accepted(
      Set<String> expected, boolean ok, @Nullable String error, @Nullable String retryAfter)
      throws NotNow, NotEver {
    if (!ok && (error == null || !expected.contains(error))) {
      SlackErrors.raise(String.valueOf(error), retryAfter);
    }
  }

  private static String retryAfter(SlackApiTextResponse answer) {
    return answer.getHttpResponseHeaders().getOrDefault("retry-after", List.of("")).getFirst();
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

  /** What is made of an answer that is no method's. */
  interface Reading<T> {
    T of(Response response) throws IOException, NotNow, NotEver;
  }

  /** A call, and what is made of its answer. */
  private interface Attempt<T> {
    T make() throws IOException, SlackApiException, NotNow, NotEver;
  }
}
