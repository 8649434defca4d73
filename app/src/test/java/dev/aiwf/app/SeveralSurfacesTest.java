package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.slack.Delivery;
import dev.aiwf.testkit.slack.FakeSlack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One project in Slack, in Discord and in the console at once, through the real program. */
class SeveralSurfacesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOKEN = "discord.bot.token";
  private static final String PLACE = "500";
  private static final Pattern CODE = Pattern.compile("me ([0-9A-Z]{4}-[0-9A-Z]{4})");

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private FakeSlack slack;
  private FakeDiscord discord;
  private Program program;
  private String lead;

  @BeforeEach
  void start() throws Exception {
    slack = new FakeSlack("secret", "xoxb-test");
    slack.channel("C1", true);
    slack.user("U1", "lead");
    slack.user("U2", "data");
    discord = new FakeDiscord(TOKEN, Clock.systemUTC());
    discord.channel(PLACE, "platform");
    discord.user("71", "risk");
    discord.user("72", "lead-at-home");
    discord.channel("600", "elsewhere");
    Settings settings =
        Trial.withoutKnowledge(
            folder,
            Trial.together(
                Trial.slack(slack, "xoxb-test", "secret"), Trial.discord(discord, TOKEN)));
    program = Program.start(settings, () -> {});
    slack.deliverTo(program.address().resolve("/slack/events"));
    discord.awaitConnection();
    await().until(() -> !discord.commands().isEmpty());
    lead = Program.tokens(settings, Clock.systemUTC(), new SecureRandom()).token("lead");
  }

  @AfterEach
  void stop() {
    program.close();
    http.close();
    discord.close();
    slack.close();
  }

  @Test
  void theThreeShowTheSameInTheEndAndOneHumanIsNoQuorum() throws Exception {
    assertThat(slack.command("U1", "C1", "aiwf start support-bot").acknowledged()).isTrue();
    String thread = inSlack("What should it do for whom?").thread();
    letIn("71");

    discord.say("71", threadInDiscord(), "Answer billing questions");
    assertThat(inSlack("Answer billing questions").thread()).isEqualTo(thread);
    link();
    command("{\"answer\":{\"use_case\":\"knowledge-qa\",\"example_count\":300}}");
    inDiscord("300");
    command("{\"answer\":{\"architecture\":{\"choice\":\"rag-only\",\"rationale\":\"daily\"}}}");
    inDiscord("RAG only");
    command(
        "{\"policy\":{\"step\":\"release\",\"approvals\":2,\"roles\":[\"approver\"],"
            + "\"initiator_counts\":true},\"reason\":\"it answers customers\"}");
    for (String person : List.of("slack:T1:U1", "slack:T1:U2", "discord:72")) {
      command("{\"assign\":{\"person\":\"%s\",\"role\":\"approver\"}}".formatted(person));
    }
    pressedInSlack("U1", "C Continue");
    command("{\"check\":{\"goal-agreed\":true,\"data-allowed\":true,\"way-back\":true}}");

    pressedInSlack("U1", "GO");
    await().until(() -> signatures() == 1);
    assertThat(sent("{\"sign\":\"go\"}").body()).contains("You signed GO already");
    await()
        .until(() ->
            discord.posts(threadInDiscord()).stream().anyMatch(p -> p.labels().contains("GO")));
    discord.press("72", "GO");
    await().until(() -> signatures() == 2);
    assertThat(state().path("gate").path("verdict").asString("")).isEmpty();

    pressedInSlack("U2", "GO");
    await().until(() -> state().path("gate").path("verdict").asString("").equals("go"));
    command("{\"choose\":\"continue\",\"menu\":\"m2\"}");
    await().until(() -> state().path("status").asString().equals("complete"));

    assertThat(inSlack("complete ▰▰").shown()).contains("1 decision");
    assertThat(inDiscord("complete ▰▰")).contains("1 decision");
    assertThat(said()).anyMatch(text -> text.contains("complete ▰▰"));
    assertThat(slack.rejections()).isEmpty();
    assertThat(discord.rejections()).isEmpty();
  }

  @Test
  void whoIsNotLetInLearnsNothing() throws Exception {
    slack.command("U1", "C1", "aiwf start support-bot");
    inSlack("What should it do for whom?");

    discord.command("71", PLACE, "join", Map.of("name", "support-bot"));
    String told = discord.nextWhisper().shown();
    discord.command("71", PLACE, "join", Map.of("name", "no-such-thing"));
    assertThat(discord.nextWhisper().shown()).isEqualTo(told);
    assertThat(discord.command("71", PLACE, "list", Map.of()).said())
        .contains("There is no project yet");
    pressedInSlack("U1", "Keep out");
    inSlack("Kept out by");
    assertThat(discord.command("71", PLACE, "list", Map.of()).said())
        .contains("There is no project yet");
    assertThat(discord.posts(PLACE)).isEmpty();
  }

  @Test
  void whoIsLinkedNeedNotAskAndFindsTheirProjects() throws Exception {
    slack.command("U1", "C1", "aiwf start support-bot");
    inSlack("What should it do for whom?");
    assertThat(discord.command("72", "600", "list", Map.of()).said())
        .contains("There is no project yet");

    Matcher code = CODE.matcher(discord.command("72", "600", "me", Map.of("say", "link")).said());
    assertThat(code.find()).isTrue();
    slack.command("U1", "C1", "aiwf me " + code.group(1));
    assertThat(discord.command("72", "600", "me", Map.of("say", "yes")).said())
        .contains("slack:T1:U1");

    assertThat(discord.command("72", "600", "list", Map.of()).said()).contains("support-bot");
    discord.command("72", PLACE, "join", Map.of("name", "support-bot"));
    inDiscord("What should it do for whom?");
    discord.say("72", threadInDiscord(), "Answer billing questions");
    inSlack("Answer billing questions");
  }

  /** Asks in Discord, and is let in by a button in Slack. */
  private void letIn(String user) {
    discord.command(user, PLACE, "join", Map.of("name", "support-bot"));
    inSlack("(discord:" + user + ") wants to take part");
    pressedInSlack("U1", "Let in");
    inDiscord("What should it do for whom?");
  }

  /** The token and the person in Slack are one human; the one in Discord says nothing. */
  private void link() throws Exception {
    Matcher code = CODE.matcher(me("link"));
    assertThat(code.find()).isTrue();
    Delivery typed = slack.command("U1", "C1", "aiwf me " + code.group(1));
    assertThat(slack.shown("U1", "C1", typed).shown()).contains("me yes");
    assertThat(me("yes")).contains("slack:T1:U1");
  }

  private String me(String words) throws Exception {
    return post("/api/me", "{\"say\":\"%s\"}".formatted(words)).body();
  }

  private dev.aiwf.testkit.slack.Post inSlack(String shown) {
    return await()
        .until(
            () -> slack.posts().stream().filter(post -> post.shown().contains(shown)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void pressedInSlack(String user, String label) {
    await().until(() -> slack.posts().stream().anyMatch(post -> post.labels().contains(label)));
    slack.press(user, label);
  }

  private String inDiscord(String shown) {
    return await()
        .until(
            () ->
                discord.posts().stream()
                    .map(dev.aiwf.testkit.discord.Post::shown)
                    .filter(text -> text.contains(shown))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private String threadInDiscord() {
    return discord.posts().stream()
        .map(dev.aiwf.testkit.discord.Post::channel)
        .filter(channel -> !channel.equals(PLACE))
        .findFirst()
        .orElseThrow();
  }

  private int signatures() throws Exception {
    return state().path("gate").path("approvals").size();
  }

  private JsonNode state() throws Exception {
    return JSON.readTree(get("/api/projects/support-bot"));
  }

  private List<String> said() throws Exception {
    return JSON.readTree(get("/api/projects/support-bot/messages"))
        .path("messages")
        .findValuesAsString("text");
  }

  private String get(String path) throws Exception {
    return http.send(
            HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + lead).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void command(String json) throws Exception {
    HttpResponse<String> response = sent(json);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private HttpResponse<String> sent(String json) throws Exception {
    return post("/api/projects/support-bot/commands?wait=true", json);
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    return http.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + lead)
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI at(String path) {
    return program.address().resolve(path);
  }
}
