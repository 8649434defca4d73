package dev.aiwf.discord;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.surface.ChatParts;
import dev.aiwf.core.surface.Commands;
import dev.aiwf.core.surface.Doings;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.Replies;
import dev.aiwf.core.surface.ThreadWords;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One Discord bot: its surface, and what answers those who use it. */
public final class Discord implements AutoCloseable {

  private final Connection connection;
  private final Handover handover = new Handover();
  private final DiscordSurface surface;

  /**
   * Puts what people ask for into the inbox; says something only when it has something to say.
   *
   * @param random keeps many from coming back at once
   */
  public Discord(DiscordSettings settings, ChatParts parts, RandomGenerator random) {
    this(settings, parts, random, Thread::sleep);
  }

  Discord(DiscordSettings settings, ChatParts parts, RandomGenerator random, Pause pause) {
    Projects projects = parts.projects();
    AtomicReference<@Nullable Connection> line = new AtomicReference<>();
    DiscordApi api =
        new DiscordApi(() -> {
          Connection open = line.get();
          return open == null ? null : open.jda();
        });
    Tokens tokens = new Tokens(parts.clock());
    Whispers whispers = new Whispers(api, tokens);
    Threads threads = new Threads(api);
    surface =
        new DiscordSurface(
            projects,
            new Posts(api, threads, new ReadBack(api)),
            new Upkeep(api, threads, parts.clock(), pause),
            whispers);
    Intake intake = new Intake(parts.inbox(), projects, parts.people());
    Places places = new Places(projects);
    Replies replies = DiscordVenue.replies(projects);
    DiscordFiles files = new DiscordFiles(api, HttpUrl.get(settings.apiUrl()));
    Documents documents =
        new Documents(files, projects, parts.artifacts(), parts.pictures(), whispers);
    DiscordVenue venue = new DiscordVenue(intake, documents, replies);
    Doings<Asker> doings = new Doings<>(venue);
    Nearby nearby = new Nearby(projects, parts.people());
    Commands<Asker> commands = new Commands<>(projects, parts.people(), nearby, doings, venue);
    DroppedFiles dropped = new DroppedFiles(files, intake, places, whispers);
    FormsOpened forms = new FormsOpened(projects);
    RecordMenu records = new RecordMenu(projects, places);
    Lately<Sent> kept = new Lately<>();
    Listener listener =
        new Listener(
            handover,
            tokens,
            new SlashCommands(commands, nearby, places),
            new Completions(projects, nearby, places, parts.artifacts()),
            new Presses(intake, projects, commands, dropped, forms, kept),
            new Submissions(intake, forms, records, kept),
            records,
            new Talk(
                intake,
                places,
                commands,
                new ThreadWords<>(nearby, parts.people(), doings, venue),
                dropped,
                new Answers(api),
                whispers),
            new Edits(intake, projects, whispers, new Lately<>()));
    connection = new Connection(settings, listener, parts.clock(), random, pause);
    line.set(connection);
  }

  /** Shows projects in Discord. */
  public Surface surface() {
    return surface;
  }

  /** Begins to listen; returns at once. */
  public void connect() {
    connection.open();
  }

  /** Why nothing comes from Discord just now; none if it does. */
  public Optional<String> trouble() {
    return connection.trouble();
  }

  /** Whether events come and messages go. */
  public boolean reached() {
    return trouble().isEmpty();
  }

  /** Whether it hears what is said without its name. */
  public boolean readsAlong() {
    return connection.readsAlong();
  }

  /** Takes nothing more in; what was taken can still be shown. */
  public void disconnect() {
    handover.close();
  }

  /** Lets go of Discord. */
  @Override
  public void close() {
    disconnect();
    connection.close();
  }
}
