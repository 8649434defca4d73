package dev.aiwf.app;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.surface.ChatParts;
import dev.aiwf.discord.Discord;
import dev.aiwf.engine.Engine;
import dev.aiwf.slack.Slack;
import dev.aiwf.web.picture.PipelinePicture;
import jakarta.servlet.http.HttpServlet;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The chats that are set up, each of which may be missing. */
record Chats(Optional<Slack> slack, Optional<Discord> discord) implements AutoCloseable {

  static Chats of(Settings settings, Engine engine, Artifacts artifacts, InstantSource clock) {
    ChatParts parts =
        new ChatParts(
            engine.inbox(),
            engine.projects(),
            engine.people(),
            artifacts,
            PipelinePicture::png,
            clock);
    SecureRandom random = new SecureRandom();
    return new Chats(
        settings.slack().map(set -> new Slack(set.settings(), parts, random)),
        settings.discord().map(set -> new Discord(set, parts, random)));
  }

  List<Surface> surfaces() {
    return Stream.<Surface>concat(
            slack.map(Slack::surface).stream(), discord.map(Discord::surface).stream())
        .toList();
  }

  /** What is served for them, by its path. */
  Map<String, HttpServlet> servlets() {
    return slack
        .flatMap(Slack::servlet)
        .map(servlet -> Map.of("/slack/events", servlet))
        .orElseGet(Map::of);
  }

  /** Begins to listen, and tells whoever measures whether they are reached. */
  void connect(Meters meters) {
    slack.ifPresent(chat -> {
      chat.connect();
      meters.watch("slack", chat::reached);
    });
    discord.ifPresent(chat -> {
      chat.connect();
      meters.watch("discord", chat::reached);
    });
  }

  /** Takes nothing more in. */
  void disconnect() {
    // What is not taken any more, Slack keeps and brings again.
    slack.ifPresent(Slack::disconnect);
    discord.ifPresent(Discord::disconnect);
  }

  @Override
  public void close() {
    slack.ifPresent(Slack::close);
    discord.ifPresent(Discord::close);
  }
}
