package dev.aiwf.slack;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;

/** One Slack workspace: its surface, and what answers its requests. */
public final class Slack implements AutoCloseable {

  private final SlackApi api;
  private final SlackSurface surface;
  private final EventsServlet servlet;

  /** Puts what people ask for into the inbox; calls Slack only when it has something to say. */
  public Slack(SlackSettings settings, Inbox inbox, Projects projects, InstantSource clock) {
    api = new SlackApi(settings);
    surface = new SlackSurface(api, projects);
    Whispers whispers = new Whispers(surface);
    Intake intake = new Intake(inbox, new People(api));
    Commands commands = new Commands(intake, projects);
    Listeners listeners =
        new Listeners(
            commands,
            new Presses(api, intake, projects, whispers),
            new Submissions(intake, projects),
            new Talk(intake, projects, commands, whispers));
    servlet =
        new EventsServlet(
            new Signature(settings.signingSecret(), clock),
            new Requests(listeners.app(api, settings.botToken())));
  }

  /** Shows projects in Slack. */
  public Surface surface() {
    return surface;
  }

  /** Takes events, commands and interactions alike, to be mounted at {@code /slack/events}. */
  public HttpServlet servlet() {
    return servlet;
  }

  /** Lets go of connections to Slack. */
  @Override
  public void close() {
    api.close();
  }
}
