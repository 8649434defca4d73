package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Repositories.Commit;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that is spoken to over ssh, by a real sshd. */
class OverSshTest {

  private static final String HOST = "git.test";

  @TempDir static Path keys;
  private static SshServer server;

  @TempDir Path folder;

  private GitProgram there;
  private Path knownHosts;

  @BeforeAll
  static void start() throws Exception {
    server = SshServer.started(keys);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void begin() throws Exception {
    there = GitProgram.bare(folder.resolve("team.git"));
    knownHosts = Files.writeString(folder.resolve("known"), server.knownAs(HOST));
  }

  private Linked linked(Optional<Path> key, Optional<Path> known) {
    return new Linked(
        folder.resolve("data"),
        new GitSettings("this-one", false, true, List.of(), Map.of(), key, known, Optional.empty()),
        "ssh://%s@%s:%d%s"
            .formatted(System.getProperty("user.name"), HOST, server.port(), there.folder()),
        _ -> new InetAddress[] {InetAddress.getLoopbackAddress()},
        Limits.USUAL);
  }

  private Linked linked() throws Exception {
    return linked(Optional.of(server.clientKey()), Optional.of(knownHosts));
  }

  @Test
  void commitsArriveAndAreFoundAgain() throws Exception {
    Linked linked = linked();

    assertThat(linked.open().found()).isEmpty();
    Commit first = linked.publish(1, "note.md", "1\n");
    Commit second = linked.publish(2, "note.md", "2\n");

    assertThat(linked.publish(1, "note.md", "1\n")).isEqualTo(first);
    assertThat(there.run("log", "--format=%H", Linked.BRANCH))
        .isEqualTo(second.sha() + "\n" + first.sha() + "\n");
  }

  @Test
  void aHostThatIsNotKnownIsRefusedWithTheLineToAdd() throws Exception {
    Files.writeString(knownHosts, "");

    assertThatThrownBy(() -> linked().open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("The key that git.test shows is not known: SHA256:")
        .hasMessageContaining(server.knownAs(HOST).split(" ", -1)[2]);
    assertThat(Files.readString(knownHosts)).isEmpty();
  }

  @Test
  void aHostWithAnotherKeyIsRefused() throws Exception {
    SshServer.run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "other");
    Files.writeString(
        knownHosts,
        "[%s]:%d %s".formatted(HOST, server.port(), Files.readString(folder.resolve("other.pub"))));

    assertThatThrownBy(() -> linked().open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("git.test shows another key than the one that is known");
  }

  @Test
  void aKeyThatIsNotTakenIsSaidSo() throws Exception {
    SshServer.run(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "other");
    Optional<Path> other = Optional.of(folder.resolve("other"));

    assertThatThrownBy(() -> linked(other, Optional.of(knownHosts)).open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("git.test does not take aiwf's key");
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertThatThrownBy(() -> linked(Optional.of(server.clientKey()), Optional.empty()).open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("AIWF_REPOSITORY_KNOWN_HOSTS");
    assertThatThrownBy(() -> linked(Optional.empty(), Optional.of(knownHosts)).open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("AIWF_REPOSITORY_KEY_FILE");
    assertThatThrownBy(
            () -> linked(Optional.of(folder.resolve("known")), Optional.of(knownHosts)).open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("holds no private key for ssh");
  }

  @Test
  void aRepositoryThatIsNotThereIsSaidToBe() throws Exception {
    Files.move(there.folder(), folder.resolve("aside.git"));

    assertThatThrownBy(() -> linked().open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("There is no repository at ssh://");
  }
}
