package dev.aiwf.engine;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Renderer;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.turn.Effect;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.testkit.FakeArtifacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A chat and a repository that outlive the process. They fail as the seed says: before they did
 * something, or after it without a word.
 */
final class SeededWorld implements Surface, Repositories, Renderer {

  private final Runnable meanwhile;
  private final Failing failing;
  private final FakeArtifacts artifacts = new FakeArtifacts();
  private long calls;

  /** What stands in the chat, in the order in which it first came: posting to content. */
  final Map<String, List<Shown>> posts = new LinkedHashMap<>();

  /** What was committed, by the number of its effect. */
  final Map<Long, Effect.Publish> commits = new LinkedHashMap<>();

  /** What was refused for good, or may be given up after some tries. */
  int refusedForEver;

  /** One post in the chat. */
  record Shown(String id, Content content) {}

  /** Who is called: a chat and a repository seldom fail for the same reason. */
  enum Door {
    CHAT,
    REPOSITORY
  }

  /** What goes wrong. */
  public interface Failing {
    /** Before the call with that number. */
    void before(long call, Door door) throws NotNow, NotEver;

    /** After it: it worked, but nobody learns of it. */
    void after(long call) throws NotNow;
  }

  SeededWorld(Runnable meanwhile, Failing failing) {
    this.meanwhile = meanwhile;
    this.failing = failing;
  }

  /** How often anything was asked of it. */
  long calls() {
    return calls;
  }

  private long called(Door door) throws NotNow, NotEver {
    meanwhile.run();
    long call = calls++;
    try {
      failing.before(call, door);
    } catch (NotEver | IllegalStateException e) {
      refusedForEver++;
      throw e;
    }
    return call;
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Posted show(Showing showing) throws NotNow, NotEver {
    long call = called(Door.CHAT);
    List<Shown> standing = posts.computeIfAbsent(showing.posting(), _ -> new ArrayList<>());
    // As a platform does: what was posted is found again only by those who know that it may exist.
    boolean found = showing.posted() != null || (showing.unsure() && !standing.isEmpty());
    String id = found ? standing.getLast().id() : "id-" + call;
    if (found) {
      standing.removeLast();
    }
    standing.add(new Shown(id, showing.message().content()));
    failing.after(call);
    return new Posted("room", id);
  }

  @Override
  public void whisper(ChannelId channel, @Nullable String root, Person person, Content content)
      throws NotNow, NotEver {
    failing.after(called(Door.CHAT));
  }

  @Override
  public Opened open(Effect.OpenRepository effect) throws NotNow, NotEver {
    failing.after(called(Door.REPOSITORY));
    return new Opened(
        new Repository.Place("memory:" + effect.project(), "aiwf/x", "aiwf/x"),
        List.of(),
        List.of());
  }

  @Override
  public Commit publish(Publication publication) throws NotNow, NotEver {
    long call = called(Door.REPOSITORY);
    commits.putIfAbsent(publication.number(), publication.effect());
    publication.files().forEach(file -> artifacts.put(file.path(), file.text()));
    failing.after(call);
    return new Commit(
        "a1b2c3d4e5f6%08d".formatted(publication.number()),
        publication.files().stream().map(File::path).toList());
  }

  @Override
  public Artifacts artifacts() {
    return artifacts;
  }

  @Override
  public void remove(ProjectId project) {
    throw new UnsupportedOperationException("nobody is forgotten here");
  }

  @Override
  public Import read(Workflow workflow, Found found) {
    return Import.unreadable(
        new Import.Source(found.path(), found.head(), found.bot()), found.sidecar());
  }

  @Override
  public List<File> render(Workflow workflow, Sidecar sidecar) {
    return List.of(new File("sidecar.yaml", "number: " + sidecar.number()));
  }

  /** A world in which about one call in twenty goes wrong. */
  static Failing sometimes(RandomGenerator random) {
    // In some worlds much is refused for good; in all others nearly everything must come right.
    int oneNoIn = random.nextInt(4) == 0 ? 10 : 400;
    int oneCommitIn = random.nextInt(6) == 0 ? 2 : oneNoIn;
    return new Failing() {
      @Override
      public void before(long call, Door door) throws NotNow, NotEver {
        switch (random.nextInt(60)) {
          case 0 -> throw new NotNow("slow down", Duration.ofSeconds(random.nextInt(1, 90)));
          case 1 -> throw new NotNow("no answer", (Throwable) null);
          case 2 -> {
            if (random.nextInt(6) == 0) {
              throw new IllegalStateException("a bug in an adapter");
            }
          }
          default -> {
            if (random.nextInt(door == Door.REPOSITORY ? oneCommitIn : oneNoIn) == 0) {
              throw new NotEver("it said no");
            }
          }
        }
      }

      @Override
      public void after(long call) throws NotNow {
        if (random.nextInt(40) == 0) {
          throw new NotNow("the answer was lost", (Throwable) null);
        }
      }
    };
  }

  /** A world in which all goes well. */
  static Failing never() {
    return new Failing() {
      @Override
      public void before(long call, Door door) {}

      @Override
      public void after(long call) {}
    };
  }

  /** Only that call goes wrong: refused, or done without a word. */
  static Failing only(long which, boolean done) {
    return new Failing() {
      @Override
      public void before(long call, Door door) throws NotNow {
        if (call == which && !done) {
          throw new NotNow("not this time", (Throwable) null);
        }
      }

      @Override
      public void after(long call) throws NotNow {
        if (call == which && done) {
          throw new NotNow("the answer was lost", (Throwable) null);
        }
      }
    };
  }
}
