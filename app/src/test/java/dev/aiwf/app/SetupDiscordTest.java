package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.testkit.discord.FakeDiscord;
import dev.aiwf.testkit.discord.Permission;
import dev.aiwf.testkit.discord.Post;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a first message in Discord, and what the doctor says of it. */
class SetupDiscordTest {

  private static final String CHANNEL = "700000000000000001";

  @TempDir private Path folder;
  private FakeDiscord discord;

  @SuppressWarnings("NullAway") // set before each test
  SetupDiscordTest() {}

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord("hush-token", InstantSource.system());
    discord.channel(CHANNEL, "general");
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Map<String, String> environment() {
    return Map.of(
        "AIWF_DATA",
        folder.resolve("data").toString(),
        "DISCORD_API_URL",
        discord.url().toString(),
        "DISCORD_GATEWAY_URL",
        discord.gateway().toString());
  }

  private String run(String typed) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    Prompt prompt = new Prompt(null, new BufferedReader(new StringReader(typed)), out);
    assertThat(
            new SetupDiscord()
                .connect(environment(), Map.of("user.home", folder.toString()), prompt, out))
        .isZero();
    return said.toString();
  }

  private Settings stored() throws Settings.Wrong {
    return Settings.from(environment(), Map.of("user.home", folder.toString()));
  }

  private Finding found(String check) throws Settings.Wrong {
    return DiscordFindings.of(stored().discord()).stream()
        .filter(finding -> finding.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTokenIsStoredForItsOwnerAndAMessageIsPosted() throws Exception {
    String said = run("hush-token\n" + CHANNEL + "\n");

    assertThat(said)
        .contains("@aiwf")
        .contains("https://discord.com/oauth2/authorize?client_id=" + FakeDiscord.BOT)
        .contains("permissions=326417632256".substring(0, 12))
        .contains("Posted.")
        .doesNotContain("hush");
    assertThat(discord.posts()).extracting(Post::channel).containsExactly(CHANNEL);
    assertThat(
            Files.getPosixFilePermissions(folder.resolve("data/secrets").resolve("discord-token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(stored().warnings()).isEmpty();
    assertThat(stored().discord().orElseThrow().token()).isEqualTo("hush-token");
    assertThat(discord.rejections()).isEmpty();
  }

  @Test
  void whatDiscordDoesNotTakeIsNotStored() {
    assertThatThrownBy(() -> run("wrong-token\n"))
        .isInstanceOf(Failures.Trouble.class)
        .hasMessageContaining("DISCORD_TOKEN")
        .hasMessageContaining("Nothing was stored.");
    assertThatThrownBy(() -> run("")).hasMessageContaining("begin again");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aMessageThatDoesNotGetThereLeavesTheToken() throws Exception {
    assertThat(run("hush-token\n123\n")).contains("did not get there").contains("is stored");
    assertThat(run("hush-token\nno-id\n")).contains("no channel's id");
    assertThat(run("hush-token\n\n")).contains("No message was posted.");
    assertThat(stored().discord()).isPresent();
  }

  @Test
  void theDoctorSaysWhoTheBotIsAndWhatItLacks() throws Exception {
    run("hush-token\n\n");
    assertThat(found("discord").state()).isEqualTo(Finding.State.GOOD);

    discord.withholdContent();
    assertThat(found("discord").says()).contains("only its name");

    discord.grant(Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES);
    assertThat(found("permissions").state()).isEqualTo(Finding.State.BAD);
    assertThat(found("permissions").says())
        .contains("in Loopback")
        .contains("Create Public Threads: a project has no thread");

    discord.refuseToken();
    assertThat(found("discord").state()).isEqualTo(Finding.State.BAD);
    assertThat(found("discord").says()).contains("does not accept the bot's token");
  }

  @Test
  void withoutATokenItIsNotConnected() throws Exception {
    assertThat(found("discord").state()).isEqualTo(Finding.State.OFF);
    assertThat(stored().discord()).isEmpty();
  }
}
