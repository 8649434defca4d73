package dev.aiwf.testkit;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.turn.Effect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Has a surface show what projects in memory say, as the engine does, but only when a test asks for
 * it. Repositories, knowledge and models are none of a surface's business: what they are wanted for
 * is passed over.
 */
public final class ShownEffects {

  private final MemoryProjects projects;
  private final Supplier<Surface> surface;
  private final Map<String, String> posted = new HashMap<>();
  private final Deque<Effect> waiting = new ArrayDeque<>();

  /** What is shown stays known when another surface stands in the same one's place. */
  public ShownEffects(MemoryProjects projects, Supplier<Surface> surface) {
    this.projects = projects;
    this.surface = surface;
  }

  /** Shows all that waits, and what comes of it. */
  public void settle() throws NotNow, NotEver, InterruptedException {
    take();
    while (!waiting.isEmpty()) {
      run(false);
    }
  }

  /** The same, where what can't be done is stepped over. */
  public void settleSteppingOver() throws NotNow, InterruptedException {
    take();
    while (!waiting.isEmpty()) {
      try {
        run(false);
      } catch (NotEver e) {
        // As in the engine: it is told to whoever runs it.
        waiting.removeFirst();
      }
    }
  }

  /**
   * Shows what waits longest, and leaves it waiting if that does not work.
   *
   * @param unsure whether it may stand there already
   */
  public void next(boolean unsure) throws NotNow, NotEver, InterruptedException {
    take();
    run(unsure);
  }

  private void take() {
    projects.takeEffects().stream()
        .filter(effect -> effect instanceof Effect.Show || effect instanceof Effect.Whisper)
        .forEach(waiting::add);
  }

  private void run(boolean unsure) throws NotNow, NotEver, InterruptedException {
    Effect effect = waiting.getFirst();
    switch (effect) {
      case Effect.Show(var channel, var message) -> show(channel, message, unsure);
      case Effect.Whisper(var channel, var person, var content) ->
          surface
              .get()
              .whisper(channel, posted.get(key(channel, MessageKeys.STATUS)), person, content);
      case Effect.OpenRepository _,
          Effect.ReadDocuments _,
          Effect.ReadArtifact _,
          Effect.Consult _,
          Effect.Talk _,
          Effect.StopTalk _,
          Effect.Remember _,
          Effect.Publish _,
          Effect.Remind _ -> {
        // None of a surface's business.
      }
    }
    waiting.removeFirst();
  }

  private void show(ChannelId channel, String message, boolean unsure)
      throws NotNow, NotEver, InterruptedException {
    Surface there = surface.get();
    String key = key(channel, message);
    ProjectId project =
        new ProjectId(channel.value().substring(channel.value().lastIndexOf(':') + 1));
    var _ = there.held(channel, posted.containsKey(key));
    // As in the engine: a redraw of what was never said shows nothing.
    if (projects.message(project, message).isEmpty()) {
      return;
    }
    Surface.Posted where =
        there.show(
            new Surface.Showing(
                channel,
                "posting of " + key,
                projects.message(project, message).orElseThrow(),
                posted.get(key),
                posted.get(key(channel, MessageKeys.STATUS)),
                unsure));
    posted.put(key, where.id());
    projects.posted(
        there.name(), where.place(), where.id(), new Projects.Place(project, channel, message));
  }

  private static String key(ChannelId channel, String message) {
    return channel + " " + message;
  }
}
