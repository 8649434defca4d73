package dev.aiwf.slack;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import jakarta.servlet.http.HttpServlet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One Slack workspace: its surface, and what answers its requests, whichever way they come. */
public final class Slack implements AutoCloseable {

  private final SlackApi api;
  private final SlackSurface surface;
  private final @Nullable EventsServlet servlet;
  private final @Nullable SocketMode socket;

  /** Puts what people ask for into the inbox; calls Slack only when it has something to say. */
  public Slack(SlackSettings settings, SlackParts parts) {
    this(settings, parts, Thread::sleep);
  }

  Slack(SlackSettings settings, SlackParts parts, SocketMode.Pause pause) {
    api = new SlackApi(settings);
    Projects projects = parts.projects();
    surface = new SlackSurface(api, projects);
    Whispers whispers = new Whispers(surface);
    Door door = new Door(settings.channels(), new Installed(api, parts.clock())::team);
    Intake intake =
        new Intake(parts.inbox(), projects, new People(api), new Groups(api, parts.clock()));
    Documents documents =
        new Documents(new SlackFiles(api), projects, parts.artifacts(), parts.pictures(), whispers);
    Doings doings = new Doings(intake, documents);
    Nearby nearby = new Nearby(projects);
    Commands commands = new Commands(intake, projects, nearby, doings, door);
    StartForm startForm = new StartForm(projects, door);
    Briefs briefs = new Briefs(api, intake, projects, whispers);
    ThreadWords words = new ThreadWords(intake, projects, doings, documents, whispers);
    OwnPresses own = new OwnPresses(api, commands, startForm, briefs, whispers);
    Listeners listeners =
        new Listeners(
            commands,
            new Presses(api, intake, projects, whispers, own, door),
            new Submissions(intake, projects, startForm),
            new Talk(intake, projects, commands, words, briefs, whispers, door),
            new Edits(intake, projects, whispers, new Recent()),
            new MessageMenu(api, projects, whispers, door),
            new Home(api, nearby));
    Requests requests = new Requests(listeners.app(api, settings.botToken()));
    servlet =
        settings
            .signingSecret()
            .map(secret -> new EventsServlet(new Signature(secret, parts.clock()), requests))
            .orElse(null);
    socket =
        settings
            .appToken()
            .map(
                token -> new SocketMode(api, token, requests, parts.clock(), parts.random(), pause))
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

  /** Why no requests come over Socket Mode just now; none if they do, or are not to. */
  public Optional<String> trouble() {
    return Optional.ofNullable(socket).flatMap(SocketMode::trouble);
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
