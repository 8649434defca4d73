package dev.aiwf.bench;

import java.io.IOException;
import java.util.Optional;

/**
 * The app in JavaScript, taking requests over Socket Mode from a Slack of its own.
 *
 * @param server its process
 * @param slack the Slack that it connected to
 * @param connection the connection that it opened
 */
record JsOverSocket(Server server, SlackStandIn slack, SocketStandIn.Connection connection)
    implements AutoCloseable {

  /** None where node is missing or its packages are not installed. */
  static Optional<JsOverSocket> start(Bench bench) throws IOException, InterruptedException {
    SlackStandIn slack = new SlackStandIn();
    Optional<Server> server = Programs.boltJs(bench, slack.environment());
    if (server.isEmpty()) {
      slack.close();
      return Optional.empty();
    }
    return Optional.of(new JsOverSocket(server.get(), slack, slack.connection()));
  }

  @Override
  public void close() throws IOException {
    connection.close();
    server.close();
    slack.close();
  }
}
