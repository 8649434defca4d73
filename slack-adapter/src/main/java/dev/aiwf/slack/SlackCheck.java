package dev.aiwf.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks Slack whether it knows the bot, what it lets it do, and whether requests would come. */
public final class SlackCheck {

  private SlackCheck() {}

  /**
   * What Slack says of the bot.
   *
   * @param name what it is called, and in which workspace
   * @param missing scopes without which nothing works, each with what does not
   * @param lesser scopes that are missing too, each with what does not work then
   */
  public record Known(String name, List<String> missing, List<String> lesser) {
    public Known {
      missing = List.copyOf(missing);
      lesser = List.copyOf(lesser);
    }
  }

  /** As whom, and in which workspace, Slack knows the bot, and what it may do. */
  public static Known bot(SlackSettings settings) throws NotNow, NotEver, InterruptedException {
    try (SlackApi api = new SlackApi(settings)) {
      AuthTestResponse answer = api.ask(slack -> slack.authTest(request -> request));
      List<String> header =
          answer.getHttpResponseHeaders().getOrDefault("x-oauth-scopes", List.of());
      List<String> granted =
          header.stream().flatMap(line -> Arrays.stream(line.split("[,\\s]+", -1))).toList();
      return new Known(
          "@" + answer.getUser() + " in " + answer.getTeam(),
          header.isEmpty() ? List.of() : missing(granted, true),
          header.isEmpty() ? List.of() : missing(granted, false));
    }
  }

  private static List<String> missing(List<String> granted, boolean needed) {
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.needed() == needed && !granted.contains(scope.key()))
        .map(scope -> scope.key() + ": " + scope.without())
        .toList();
  }

  /** Asks for a connection, which only an app-level token gets, and does not open it. */
  public static void appToken(SlackSettings settings) throws NotNow, NotEver, InterruptedException {
    if (settings.appToken().isPresent()) {
      try (SlackApi api = new SlackApi(settings)) {
        var _ = api.connection(settings.appToken().get());
      }
    }
  }

  /**
   * Opens a connection, waits until Slack says hello, and closes it. Not while the bot runs: Slack
   * hands a request to any connection that is open, and this one takes none.
   */
  public static void roundTrip(SlackSettings settings)
      throws NotNow, NotEver, InterruptedException {
    if (settings.appToken().isPresent()) {
      try (SlackApi api = new SlackApi(settings)) {
        Requests none = new Requests(new App(AppConfig.builder().build(), api.client(), List.of()));
        Set<Socket> open = ConcurrentHashMap.newKeySet();
        SocketMode.opened(api, settings.appToken().get(), none, open).close();
      }
    }
  }
}
