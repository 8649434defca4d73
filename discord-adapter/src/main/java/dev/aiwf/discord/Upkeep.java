package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Keeps threads' names and tags up to date, and puts away those of projects that are finished or
 * stopped. Discord lets a thread be renamed twice in ten minutes, so what changes oftener is shown
 * as it stands then.
 */
final class Upkeep {

  /** A project that rests still gets its last messages, and somebody may be reading. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final DiscordApi api;
  private final Threads threads;
  private final InstantSource clock;
  private final Pause pause;
  private final Map<String, Wanted> busy = new ConcurrentHashMap<>();
  private final Map<String, Deque<Instant>> renamed = new ConcurrentHashMap<>();
  private final Map<String, Standing> standing = new ConcurrentHashMap<>();
  private final AtomicLong asked = new AtomicLong();

  /** What was shown meanwhile has opened the thread, so no two are alike even if they look so. */
  private record Wanted(long number, DiscordChannel place, Title title) {}

  private record Standing(String name, List<Object> tags) {}

  Upkeep(DiscordApi api, Threads threads, InstantSource clock, Pause pause) {
    this.api = api;
    this.threads = threads;
    this.clock = clock;
    this.pause = pause;
  }

  /** Has a thread look like this before long. */
  void keep(DiscordChannel place, String thread, Title title) {
    Wanted wanted = new Wanted(asked.incrementAndGet(), place, title);
    if (busy.put(thread, wanted) == null) {
      Later.run("discord-upkeep", "A thread could not be kept up", () -> work(thread));
    }
  }

  private void work(String thread) throws NotNow, NotEver, InterruptedException {
    try {
      while (true) {
        Wanted wanted = busy.get(thread);
        if (wanted == null) {
          return;
        }
        Duration wait = wait(thread, wanted);
        if (!wait.isZero()) {
          pause.last(wait);
          wanted = busy.getOrDefault(thread, wanted);
        }
        change(thread, wanted);
        if (busy.remove(thread, wanted)) {
          return;
        }
      }
    } catch (NotNow | NotEver | RuntimeException e) {
      busy.remove(thread);
      throw e;
    }
  }

  private Duration wait(String thread, Wanted wanted) throws NotNow, NotEver, InterruptedException {
    Duration quiet = wanted.title().rests() ? QUIET : Duration.ZERO;
    Deque<Instant> times = renamed.get(thread);
    if (times == null || !renames(thread, wanted)) {
      return quiet;
    }
    Instant now = clock.instant();
    times.removeIf(at -> !at.plus(DiscordLimits.RENAME_WINDOW).isAfter(now));
    if (times.isEmpty()) {
      renamed.remove(thread);
    }
    Duration until =
        times.size() < DiscordLimits.RENAMES
            ? Duration.ZERO
            : Duration.between(now, times.getFirst().plus(DiscordLimits.RENAME_WINDOW));
    return until.compareTo(quiet) > 0 ? until : quiet;
  }

  private boolean renames(String thread, Wanted wanted)
      throws NotNow, NotEver, InterruptedException {
    return !stands(thread).name().equals(wanted.title().name());
  }

  /** What a thread is called, and its tags; asked of Discord once. */
  private Standing stands(String thread) throws NotNow, NotEver, InterruptedException {
    Standing known = standing.get(thread);
    if (known == null) {
      DataObject channel = api.call(Route.Channels.GET_CHANNEL.compile(thread), null).object();
      known =
          new Standing(
              channel.getString("name"),
              channel.optArray("applied_tags").orElseGet(DataArray::empty).toList());
      standing.put(thread, known);
    }
    return known;
  }

  private void change(String thread, Wanted wanted) throws NotNow, NotEver, InterruptedException {
    Standing now = stands(thread);
    ForumChannel forum = threads.toGoOn(wanted.place());
    Standing then =
        new Standing(wanted.title().name(), Threads.tags(forum, wanted.title().phase()).toList());
    DataObject body = DataObject.empty();
    if (!then.name().equals(now.name())) {
      body.put("name", then.name());
    }
    if (forum != null && !then.tags().equals(now.tags())) {
      body.put("applied_tags", DataArray.fromCollection(then.tags()));
    }
    if (!body.keys().isEmpty() || wanted.title().rests()) {
      // What was put away takes no other change unless it is opened with it.
      body.put("archived", wanted.title().rests());
      Route.CompiledRoute route = Route.Channels.MODIFY_CHANNEL.compile(thread);
      boolean done = api.atOnce(route, body);
      if (!done && body.keys().size() > 1) {
        threads.open(thread);
        done = api.atOnce(route, body);
      }
      if (done) {
        standing.put(thread, then);
        if (!then.name().equals(now.name())) {
          renamed.computeIfAbsent(thread, _ -> new ArrayDeque<>()).add(clock.instant());
        }
      }
    }
  }
}
