package dev.aiwf.testkit.slack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The workspace: its channels, people, messages and open forms. */
final class Workspace {

  static final String TEAM = "T1";
  static final String BOT_USER = "UBOT";
  static final String BOT_ID = "B1";

  /** A form opens within three seconds of the press. */
  private static final long TRIGGER_SECONDS = 3;

  private final InstantSource clock;
  final Limits limits;
  private final Map<String, Boolean> channels = new HashMap<>();
  private final Set<String> privately = new HashSet<>();
  private final Set<String> archived = new HashSet<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, Post> posts = new TreeMap<>();
  private final Map<String, Instant> triggers = new HashMap<>();
  private final Map<String, Modal> modals = new HashMap<>();
  private final Set<String> typed = new HashSet<>();
  private long counter;

  /** In the order in which they came, for somebody to wait for. */
  final BlockingQueue<Post> whispers = new LinkedBlockingQueue<>();

  final BlockingQueue<Modal> opened = new LinkedBlockingQueue<>();

  final BlockingQueue<Post> homes = new LinkedBlockingQueue<>();

  final Files files = new Files();
  final Scopes scopes = new Scopes();

  Workspace(InstantSource clock) {
    this.clock = clock;
    limits = new Limits(clock);
  }

  InstantSource clock() {
    return clock;
  }

  synchronized void channel(String id, boolean member) {
    channels.put(id, member);
  }

  synchronized void makePrivate(String id) {
    privately.add(id);
  }

  synchronized boolean isPrivate(String id) {
    return privately.contains(id);
  }

  /** What events call it. */
  synchronized String kind(String id) {
    return id.startsWith("D") ? "im" : isPrivate(id) ? "group" : "channel";
  }

  synchronized void archive(String id) {
    archived.add(id);
  }

  synchronized void unarchive(String id) {
    archived.remove(id);
  }

  synchronized boolean isArchived(String id) {
    return archived.contains(id);
  }

  synchronized void group(String id, Set<String> users) {
    groups.put(id, Set.copyOf(users));
  }

  synchronized Optional<Set<String>> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  synchronized void user(String id, String name) {
    people.put(id, name);
  }

  synchronized Optional<String> name(String user) {
    return Optional.ofNullable(people.get(user));
  }

  synchronized Optional<Boolean> member(String channel) {
    return Optional.ofNullable(channels.get(channel));
  }

  synchronized String nextId(String prefix) {
    counter++;
    return prefix + counter;
  }

  /** Rises always, and stands for the time, as Slack's own do. */
  synchronized String nextTs() {
    counter++;
    return "%d.%06d".formatted(clock.instant().getEpochSecond(), counter);
  }

  synchronized String trigger() {
    String trigger = nextId("trigger.");
    triggers.put(trigger, clock.instant());
    return trigger;
  }

  synchronized void useTrigger(String trigger) throws Rejected {
    Instant made = triggers.get(trigger);
    if (made == null) {
      throw new Rejected("invalid_trigger_id", trigger);
    }
    if (made.equals(Instant.MAX)) {
      throw new Rejected("exchanged_trigger_id", trigger);
    }
    if (clock.instant().isAfter(made.plusSeconds(TRIGGER_SECONDS))) {
      throw new Rejected("expired_trigger_id", trigger);
    }
    triggers.put(trigger, Instant.MAX);
  }

  synchronized Post post(
      String channel,
      @Nullable String thread,
      String text,
      JsonNode blocks,
      @Nullable JsonNode metadata) {
    Post post = new Post(channel, nextTs(), thread, null, text, blocks, metadata, 0);
    posts.put(post.ts(), post);
    return post;
  }

  synchronized Optional<Post> find(String channel, String ts) {
    return Optional.ofNullable(posts.get(ts)).filter(post -> post.channel().equals(channel));
  }

  /** Somebody else's message, on which a thread may hang. */
  synchronized void typed(String channel, String ts) {
    typed.add(channel + " " + ts);
  }

  synchronized boolean stands(String channel, String ts) {
    return typed.contains(channel + " " + ts) || find(channel, ts).isPresent();
  }

  synchronized void redraw(Post post, String text, JsonNode blocks, @Nullable JsonNode metadata) {
    posts.put(post.ts(), post.redrawn(text, blocks, metadata));
  }

  synchronized void delete(Post post) {
    posts.remove(post.ts());
  }

  /** A thread with the message on top, or without one the channel's own messages. */
  synchronized List<Post> said(String channel, @Nullable String thread) {
    return posts.values().stream()
        .filter(post -> post.channel().equals(channel))
        .filter(post ->
            thread == null
                ? post.thread() == null
                : thread.equals(post.thread()) || post.ts().equals(thread))
        .sorted(Comparator.comparing(Post::ts))
        .toList();
  }

  synchronized List<Post> all() {
    return new ArrayList<>(posts.values());
  }

  synchronized Modal open(String user, JsonNode view) {
    Modal modal = new Modal(nextId("V"), user, view);
    modals.put(modal.id(), modal);
    opened.add(modal);
    return modal;
  }

  synchronized boolean isOpen(Modal modal) {
    return modals.containsKey(modal.id());
  }

  synchronized void shut(Modal modal) {
    modals.remove(modal.id());
  }
}
