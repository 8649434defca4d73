package dev.aiwf.web.api;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.web.access.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was said and what happened, by page or live. */
final class Feeds implements AutoCloseable {

  // Four times a second looks like writing; more would mostly draw again what stands there.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final int PAGE = 200;
  private static final int LARGEST_PAGE = 1_000;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern PLACE = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

  private final Projects projects;
  private final Streams streams;
  private final LastSeen lastSeen;

  Feeds(Projects projects, LastSeen lastSeen, Streams streams) {
    this.projects = projects;
    this.streams = streams;
    this.lastSeen = lastSeen;
  }

  void messages(Context context, ProjectId project) {
    if (isLive(context)) {
      Said said = new Said(project, resumed(context));
      follow(context, project, events -> said.send(events, seq -> Long.toString(seq)));
      return;
    }
    long after = after(context);
    List<Views.Said> page =
        projects.messages(project, after, limit(context)).stream().map(Views.Said::of).toList();
    Api.answer(
        context, 200, new Views.Messages(page, page.isEmpty() ? after : page.getLast().seq()));
  }

  void history(Context context, ProjectId project) {
    if (isLive(context)) {
      Happened happened = new Happened(project, resumed(context));
      follow(context, project, events -> happened.send(events, number -> Long.toString(number)));
      return;
    }
    long after = after(context);
    List<Views.Happened> page =
        projects.facts(project, after, limit(context)).stream().map(Views.Happened::of).toList();
    Api.answer(
        context, 200, new Views.Facts(page, page.isEmpty() ? after : page.getLast().number()));
  }

  void events(Context context, ProjectId project) {
    Place place = place(context.header("Last-Event-ID"), project);
    Said said = new Said(project, place.seq());
    Happened happened = new Happened(project, place.number());
    Arriving arriving = new Arriving(project);
    streams.run(
        context.res(),
        arriving::follow,
        events -> {
          if (arriving.mayBeMore()) {
            happened.send(events, number -> said.seq + "." + number);
            said.send(events, seq -> seq + "." + happened.number);
          }
          arriving.send(events, said.seq + "." + happened.number);
        });
  }

  private void follow(Context context, ProjectId project, Streams.Feed feed) {
    streams.run(context.res(), changed -> projects.follow(project, changed), feed);
  }

  private Place place(@Nullable String lastEvent, ProjectId project) {
    if (lastEvent == null) {
      long number = projects.find(project).map(s -> s.sidecar().number()).orElse(0L);
      return new Place(lastSeen.now(project), number);
    }
    Matcher matcher = PLACE.matcher(lastEvent);
    if (!matcher.matches()) {
      throw malformed("Last-Event-ID is the id of an event of this stream, like 12.40.");
    }
    return new Place(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  private static boolean isLive(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.contains("text/event-stream");
  }

  private static long resumed(Context context) {
    String lastEvent = context.header("Last-Event-ID");
    return lastEvent == null ? after(context) : number("Last-Event-ID", lastEvent);
  }

  private static long after(Context context) {
    String after = context.queryParam("after");
    return after == null ? 0 : number("after", after);
  }

  private static int limit(Context context) {
    String limit = context.queryParam("limit");
    long number = limit == null ? PAGE : number("limit", limit);
    if (number < 1 || number > LARGEST_PAGE) {
      throw malformed("limit is a number from 1 to 1000.");
    }
    return (int) number;
  }

  private static long number(String name, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw malformed(name + " is a whole number, 0 or more.");
    }
    return Long.parseLong(text);
  }

  private static Problem malformed(String sentence) {
    return Problem.of(Problem.Code.MALFORMED, sentence);
  }

  @Override
  public void close() {
    streams.close();
  }

  private record Place(long seq, long number) {}

  /** What an event is called. */
  private interface Naming {
    String id(long number);
  }

  /** Messages, each time they change. */
  private final class Said {
    private final ProjectId project;
    private long seq;

    Said(ProjectId project, long seq) {
      this.project = project;
      this.seq = seq;
    }

    void send(Streams.Events events, Naming naming) throws IOException {
      List<Message> page = projects.messages(project, seq, PAGE);
      while (!page.isEmpty()) {
        for (Message message : page) {
          seq = message.seq();
          events.send("message", naming.id(seq), Json.write(Views.Said.of(message)));
        }
        page = projects.messages(project, seq, PAGE);
      }
    }
  }

  /** What has arrived of a message that is still being written; it is no part of what is kept. */
  private final class Arriving {
    private final ProjectId project;
    private final Semaphore changes = new Semaphore(0);
    private final AtomicBoolean arrived = new AtomicBoolean();
    private Optional<Message> shown = Optional.empty();

    Arriving(ProjectId project) {
      this.project = project;
    }

    /** Calls back for what is kept and for what is not, and remembers which it was. */
    AutoCloseable follow(Runnable news) {
      Projects.Following kept =
          projects.follow(
              project,
              () -> {
                changes.release();
                news.run();
              });
      Projects.Following drawn =
          projects.followSketch(
              project,
              () -> {
                arrived.set(true);
                news.run();
              });
      return () -> {
        kept.close();
        drawn.close();
      };
    }

    /** Whether there may be more than a sketch, which comes often and reads nothing. */
    boolean mayBeMore() {
      boolean sketch = arrived.getAndSet(false);
      return changes.drainPermits() > 0 || !sketch;
    }

    void send(Streams.Events events, String id) throws IOException, InterruptedException {
      Optional<Message> now = projects.sketch(project);
      if (now.isPresent() && !now.equals(shown)) {
        events.send("arriving", id, Json.write(Views.Arriving.of(now.get())));
        events.flush();
        pause();
      }
      shown = now;
    }

    /** What arrives meanwhile comes together; what is said for good waits for nothing. */
    private void pause() throws InterruptedException {
      if (changes.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        changes.release();
      }
    }
  }

  /** Facts, as they happen. */
  private final class Happened {
    private final ProjectId project;
    private long number;

    Happened(ProjectId project, long number) {
      this.project = project;
      this.number = number;
    }

    void send(Streams.Events events, Naming naming) throws IOException {
      List<Entry> page = projects.facts(project, number, PAGE);
      while (!page.isEmpty()) {
        for (Entry entry : page) {
          number = entry.number();
          events.send("fact", naming.id(number), Json.write(Views.Happened.of(entry)));
        }
        page = projects.facts(project, number, PAGE);
      }
    }
  }
}
