package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.testkit.discord.Answer;
import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.discord.Modal;
import dev.aiwf.testkit.discord.Post;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with Discord: from the start to Exit, ended and begun again in the middle. */
class DiscordProgramTest {

  private static final String CHANNEL = "700000000000000001";
  private static final String LEAD = "800000000000000001";

  @TempDir private Path folder;
  private FakeDiscord discord;

  @SuppressWarnings("NullAway") // set before each test
  DiscordProgramTest() {}

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord("hush-token", InstantSource.system());
    discord.channel(CHANNEL, "general");
    discord.user(LEAD, "lead");
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Program started() throws Exception {
    Program program =
        Program.start(
            Trial.withoutKnowledge(
                folder,
                Trial.together(
                    Map.of("AIWF_PERSON", "lead"), Trial.discord(discord, "hush-token"))),
            () -> {});
    discord.awaitConnection();
    await().until(() -> !discord.commands().isEmpty());
    return program;
  }

  private Post labelled(String label) {
    await().until(() -> discord.posts().stream().anyMatch(post -> post.labels().contains(label)));
    return discord.posts().reversed().stream()
        .filter(post -> post.labels().contains(label))
        .findFirst()
        .orElseThrow();
  }

  private Answer press(String label) {
    return discord.press(LEAD, labelled(label), label);
  }

  private void says(String text) {
    await().until(() -> discord.posts().stream().anyMatch(post -> post.shown().contains(text)));
  }

  @Test
  void aProjectGoesFromTheStartToItsEnd() throws Exception {
    String thread;
    try (Program program = started()) {
      assertThat(program.greeting()).contains("discord").doesNotContain("hush");
      assertThat(
              discord.command(LEAD, CHANNEL, "start", Map.of("name", "support-bot")).acknowledged())
          .isTrue();
      Modal form = press("Use a form").form();
      assertThat(
              discord
                  .submit(
                      form,
                      Map.of(
                          "goal", "Answer billing questions",
                          "use_case", "knowledge-qa",
                          "example_count", "300",
                          "architecture", "rag-only"))
                  .kind())
          .isEqualTo(Answer.Kind.TAKEN);
      thread = labelled("C Continue").channel();
    }
    try (Program _ = started()) {
      press("C Continue");
      for (String label : List.of("Tick", "Tick", "Tick")) {
        int ticked = ticked(thread);
        press(label);
        await().until(() -> ticked(thread) > ticked);
      }
      press("GO");
      says("GO");
      press("C Continue");
      says("complete ▰▰");
    }
    assertThat(discord.posts(thread)).extracting(Post::shown).doesNotHaveDuplicates();
    assertThat(discord.rejections()).isEmpty();
  }

  @Test
  void aThreadThatWasDeletedIsMadeAnewForWhoeverGoesOn() throws Exception {
    try (Program _ = started()) {
      var _ = discord.command(LEAD, CHANNEL, "start", Map.of("name", "support-bot"));
      String before = labelled("Use a form").channel();
      discord.deleteThread(before);
      for (Post post : discord.posts(CHANNEL)) {
        discord.delete(post);
      }

      var _ = discord.command(LEAD, CHANNEL, "continue", Map.of("project", "support-bot"));

      Post question = labelled("Use a form");
      assertThat(question.channel()).isNotEqualTo(before);
      assertThat(discord.posts(CHANNEL)).extracting(Post::id).containsExactly(question.channel());
    }
  }

  private int ticked(String thread) {
    return discord.posts(thread).stream()
        .mapToInt(post -> post.shown().split("☑", -1).length)
        .sum();
  }
}
