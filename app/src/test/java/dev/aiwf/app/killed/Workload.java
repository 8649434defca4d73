package dev.aiwf.app.killed;

import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.FakeSlack;
import dev.aiwf.testkit.slack.Post;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** People who press and type through the API and Slack, whatever happens to the program. */
final class Workload {

  static final String CHATTER = "chatter";

  private final URI address;
  private final FakeSlack slack;
  private final AtomicBoolean over = new AtomicBoolean();

  /** How many commands were acknowledged, by whichever way in. */
  final AtomicInteger acknowledged = new AtomicInteger();

  /** What was typed in the shared project and acknowledged, in the order of the typing. */
  final Queue<String> typed = new ConcurrentLinkedQueue<>();

  /** What was typed in Slack's own project and acknowledged, in the order of the typing. */
  final Queue<String> typedInSlack = new ConcurrentLinkedQueue<>();

  /** The ids of all commands that were acknowledged. */
  final Queue<String> commands = new ConcurrentLinkedQueue<>();

  Workload(URI address, FakeSlack slack) {
    this.address = address;
    this.slack = slack;
  }

  /** Nothing new is begun; what is under way is brought to its end. */
  void end() {
    over.set(true);
  }

  /** Takes one project after the other from the start to the end, by the API. */
  void runProjects() {
    ApiClient api = new ApiClient(address, "lead", acknowledged);
    for (int i = 1; !over.get(); i++) {
      String project = "run-" + i;
      api.post("/api/projects", "{\"name\":\"%s\"}".formatted(project));
      awaitStatus(api, project, "in_progress");
      send(
          api,
          project,
          """
          {"answer":{"goal":"billing","use_case":"knowledge-qa","example_count":300,
           "architecture":{"choice":"rag-only","rationale":"daily edits"}}}\
          """);
      send(api, project, "{\"choose\":\"continue\",\"menu\":\"m1\"}");
      send(
          api,
          project,
          "{\"check\":{\"goal-agreed\":true,\"data-allowed\":true,\"way-back\":true}}");
      send(api, project, "{\"sign\":\"go\"}");
      send(api, project, "{\"choose\":\"continue\",\"menu\":\"m2\"}");
      awaitStatus(api, project, "complete");
    }
  }

  /** Talks without end in one project, by the API. */
  void talk() {
    ApiClient api = new ApiClient(address, "data", acknowledged);
    api.post("/api/projects", "{\"name\":\"%s\"}".formatted(CHATTER));
    awaitStatus(api, CHATTER, "in_progress");
    for (int i = 1; !over.get(); i++) {
      String words = "note " + i;
      send(api, CHATTER, "{\"say\":\"%s\"}".formatted(words));
      typed.add(words);
    }
  }

  private void send(ApiClient api, String project, String command) {
    ApiClient.Answer answer = api.post("/api/projects/" + project + "/commands", command);
    if (answer.status() != 202) {
      throw new AssertionError(command + " of " + project + " came to " + answer);
    }
    commands.add(answer.body().path("command").asString());
  }

  private static void awaitStatus(ApiClient api, String project, String status) {
    await()
        .pollInterval(Duration.ofMillis(30))
        .until(() -> {
          JsonNode state = api.get("/api/projects/" + project);
          return state.path("status").asString("").equals(status);
        });
  }

  /** Starts projects in Slack, talks in their threads and presses their buttons. */
  void useSlack() {
    for (int i = 1; !over.get(); i++) {
      String project = "slack-" + i;
      delivered(slack.command("U1", "C1", "aiwf start " + project));
      Post status = shown(project);
      says(status, "billing " + i);
      presses(status, "Answers from documents");
      says(status, "300");
      says(status, "rag-only");
      presses(status, "Continue");
    }
  }

  /** Whoever answers has read the question before. */
  private Post shown(String project) {
    Post status =
        awaitPost(post -> post.thread() == null && post.shown().startsWith(project + " ·"));
    awaitPost(post -> status.ts().equals(post.thread()) && post.labels().contains("Answer…"));
    return status;
  }

  private void says(Post status, String words) {
    slack.say("U1", "C1", status.ts(), words).deliveries().forEach(this::delivered);
    typedInSlack.add(words);
  }

  private void presses(Post status, String label) {
    Post post =
        awaitPost(each ->
            status.ts().equals(each.thread())
                && each.labels().stream().anyMatch(l -> l.endsWith(label)));
    String whole = post.labels().stream().filter(l -> l.endsWith(label)).findFirst().orElseThrow();
    delivered(slack.press("U1", post, whole));
  }

  private Post awaitPost(Predicate<Post> wanted) {
    return await()
        .pollInterval(Duration.ofMillis(30))
        .until(
            () -> {
              List<Post> posts = slack.posts();
              return posts.reversed().stream().filter(wanted).findFirst();
            },
            Optional::isPresent)
        .orElseThrow();
  }

  /** As Slack does: again, until somebody has it. */
  private void delivered(Delivery delivery) {
    if (!delivery.acknowledged()) {
      AtomicInteger attempt = new AtomicInteger();
      await()
          .pollInterval(Duration.ofMillis(30))
          .until(() -> slack.replay(delivery, attempt.incrementAndGet()).acknowledged());
    }
    acknowledged.incrementAndGet();
  }
}
