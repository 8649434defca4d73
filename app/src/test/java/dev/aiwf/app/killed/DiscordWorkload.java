package dev.aiwf.app.killed;

import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.discord.Post;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Somebody who works in Discord, and does again what was not acknowledged. */
final class DiscordWorkload {

  static final String CHANNEL = "700000000000000001";
  static final String LEAD = "800000000000000001";

  private static final int NOTES = 3;

  private final FakeDiscord discord;
  private final AtomicBoolean over = new AtomicBoolean();

  final AtomicInteger acknowledged = new AtomicInteger();

  /** Projects that were brought to their gate. */
  final Queue<String> projects = new ConcurrentLinkedQueue<>();

  /** What was typed in a project; Discord does not bring it to an app that is not there. */
  final Map<String, List<String>> typed = new ConcurrentHashMap<>();

  DiscordWorkload(FakeDiscord discord) {
    this.discord = discord;
  }

  /** Nothing new is begun. */
  void end() {
    over.set(true);
  }

  /** Takes one project after the other to its gate, and sees each press come to something. */
  void run() {
    for (int i = 1; !over.get(); i++) {
      String project = "discord-" + i;
      done(() -> discord.command(LEAD, CHANNEL, "start", Map.of("name", project)));
      String thread =
          posted(post ->
                  post.channel().equals(CHANNEL)
                      && post.shown().startsWith("**%s** ·".formatted(project)))
              .id();
      Post question = labelled(thread, "Use a form");
      Answer form = done(() -> discord.press(LEAD, question, "Use a form"));
      done(() ->
          discord.submit(
              form.form(),
              Map.of(
                  "goal", "Answer billing questions",
                  "use_case", "knowledge-qa",
                  "example_count", "300",
                  "architecture", "rag-only")));
      Post menu = labelled(thread, "C Continue");
      done(() -> discord.press(LEAD, menu, "C Continue"));
      var _ = labelled(thread, "Tick");
      projects.add(project);
      typed.put(project, notes(project, thread));
    }
  }

  private List<String> notes(String project, String thread) {
    return IntStream.rangeClosed(1, NOTES)
        .mapToObj(i -> discord.say(LEAD, thread, "note %d on %s".formatted(i, project)))
        .map(Post::shown)
        .toList();
  }

  /** As people do: again, if it says that the application did not respond. */
  private Answer done(Supplier<Answer> what) {
    Answer answer = await().until(() -> what.get(), Answer::acknowledged);
    acknowledged.incrementAndGet();
    return answer;
  }

  private Post labelled(String thread, String label) {
    return posted(post -> post.channel().equals(thread) && post.labels().contains(label));
  }

  private Post posted(Predicate<Post> wanted) {
    return await()
        .pollInterval(Duration.ofMillis(30))
        .until(
            () -> discord.posts().reversed().stream().filter(wanted).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
