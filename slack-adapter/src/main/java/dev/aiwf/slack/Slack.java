package dev.aiwf.slack;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.surface.ChatParts;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.Doings;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.ThreadWords;
import jakarta.servlet.http.HttpServlet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Slack workspace: its surface, and what answers its requests, whichever way they come. */
public final class Slack implements AutoCloseable {

  private final SlackApi api;
  private final SlackSurface surface;
  private final @Nullable EventsServlet servlet;
  private final @Nullable SocketMode socket;

  /**
   * Puts what people ask for into the inbox; calls Slack only when it has something to say.
   *
   * @param random keeps many from coming back at once
   */
  public Slack(SlackSettings settings, ChatParts parts, RandomGenerator random) {
    this(settings, parts, random, Thread::sleep, Thread::sleep);
  }

  /** The one waits before a connection is opened anew, the other before a message is shown. */
  Slack(
      SlackSettings settings,
      ChatParts parts,
      RandomGenerator random,
      Pace.Pause pause,
      Pace.Pause betweenMessages) {
    api = new SlackApi(settings);
    Projects projects = parts.projects();
    Pace pace = new Pace(parts.clock(), settings.paced() ? betweenMessages : null);
    surface = new SlackSurface(api, projects, pace);
    Whispers whispers = new Whispers(surface);
    Door door = new Door(settings.channels(), new Installed(api, parts.clock())::team);
    Intake intake =
        new Intake(parts.inbox(), projects, new Names(api), new Groups(api, parts.clock()));
    Documents documents =
        new Documents(new SlackFiles(api), projects, parts.artifacts(), parts.pictures(), whispers);
    SlackVenue venue = new SlackVenue(intake, documents);
    Doings<Asker> doings = new Doings<>(venue);
    Nearby nearby = new Nearby(projects, parts.people());
    Commands<Asker> commands = new Commands<>(projects, parts.people(), nearby, doings, venue);
    StartForm startForm = new StartForm(projects, door);
    DroppedFiles files = new DroppedFiles(api, intake, projects, whispers);
    ThreadWords<Asker> words = new ThreadWords<>(nearby, parts.people(), doings, venue);
    OwnPresses own = new OwnPresses(api, commands, startForm, files, whispers);
    Listeners listeners =
        new Listeners(
            new SlashCommands(commands, door),
            new Presses(api, intake, projects, whispers, own, door),
            new Submissions(intake, projects, startForm, door),
            new Talk(intake, projects, commands, words, files, whispers, door),
            new Edits(intake, projects, whispers, new Recent()),
            new MessageMenu(api, projects, whispers, door),
            new Home(api, nearby, door));
    Requests requests = new Requests(listeners.app(api, settings.botToken()));
    servlet =
        settings
            .signingSecret()
            .map(secret -> new EventsServlet(new Signature(secret, parts.clock()), requests))
            .orElse(null);
    socket =
        settings
            .appToken()
            .map(token -> new SocketMode(api, token, requests, parts.clock(), random, pause))
            .orElse(null);
  }

  /** Shows projects in Slack. */
  public Surface surface() {
    return surface;
  }

  /**
   * Takes events, commands and interactions alike, to be mounted at {@code /slack/events}; none
   * without a signing secret, for nobody could then be told from Slack.
   */
  public Optional<HttpServlet> servlet() {
    return Optional.ofNullable(servlet);
  }

  /** Begins to take requests over Socket Mode, where there is an app-level token. */
  public void connect() {
    if (socket != null) {
      socket.connect();
    }
  }

  /**
   * Why no requests come over Socket Mode just now, or what nothing can be shown in; none if all is
   * well.
   */
  public Optional<String> trouble() {
    String all =
        Stream.of(Optional.ofNullable(socket).flatMap(SocketMode::trouble), surface.trouble())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  /** Whether requests come and messages go; a single channel that is closed is no matter here. */
  public boolean reached() {
    return !surface.closed() && (socket == null || socket.trouble().isEmpty());
  }

  /** Takes no more requests over Socket Mode; what was taken can still be shown. */
  public void disconnect() {
    if (socket != null) {
      socket.close();
    }
  }

  /** Lets go of connections to Slack. */
  @Override
  public void close() {
    disconnect();
    api.close();
  }
}
