package dev.aiwf.artifacts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.testkit.Patience;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that is spoken to over https, by git's own server. */
class OverHttpsTest {

  private static final String HOST = "git.test";
  private static final String TOKEN = String.join("-", "made", "up", "for", "a", "test");
  private static final Duration SOON = Duration.ofMillis(300);

  @TempDir static Path certificates;
  private static Certificate certificate;

  @TempDir Path folder;

  private GitProgram there;
  private GitHttpServer server;

  @BeforeAll
  static void certify() throws Exception {
    certificate = Certificate.of(HOST, certificates);
  }

  @BeforeEach
  void begin() throws Exception {
    there = GitProgram.bare(folder.resolve("team.git"));
    server = new GitHttpServer(folder, certificate);
    server.gate = GitHttpServer.wanting("x-access-token", TOKEN);
  }

  @AfterEach
  void end() {
    server.close();
  }

  private String address() {
    return "https://" + HOST + ":" + server.port() + "/team.git";
  }

  private static GitSettings settings(Map<String, String> tokens) {
    return new GitSettings(
        "this-one",
        false,
        true,
        List.of(HOST),
        tokens,
        Optional.empty(),
        Optional.empty(),
        Optional.of(certificate.pem()));
  }

  private Linked linked(GitSettings settings, Limits limits) {
    return new Linked(
        folder.resolve("data"),
        settings,
        address(),
        _ -> new InetAddress[] {InetAddress.getLoopbackAddress()},
        limits);
  }

  private Linked linked() {
    return linked(settings(Map.of(HOST, TOKEN)), Limits.USUAL);
  }

  private static void tellsNoToken(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(TOKEN);
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
    assertThat(there.run("fsck", "--strict").lines()).allMatch(line -> line.startsWith("notice"));
  }

  @Test
  void aTokenWithAUserIsShownAsBoth() throws Exception {
    server.gate = GitHttpServer.wanting("robot", TOKEN);

    assertThat(
            linked(settings(Map.of(HOST, "robot:" + TOKEN)), Limits.USUAL)
                .publish(1, "note.md", "1\n")
                .files())
        .containsExactly("note.md");
  }

  @Test
  void aWrongTokenIsSaidToBe() {
    String wrong = TOKEN + "-no-more";
    assertThatThrownBy(() -> linked(settings(Map.of(HOST, wrong)), Limits.USUAL).open())
        .isInstanceOf(NotEver.class)
        .hasMessage(
            HOST
                + " does not take aiwf's token: it is wrong or has expired. Set another"
                + " with AIWF_REPOSITORY_TOKENS.")
        .satisfies(OverHttpsTest::tellsNoToken);
  }

  @Test
  void aTokenGoesToItsOwnHostOnly() {
    assertThatThrownBy(() -> linked(settings(Map.of("other.test", TOKEN)), Limits.USUAL).open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("wants a token, and none is set");
  }

  @Test
  void aMissingRightIsSaidToBe() {
    server.gate = GitHttpServer.answering(403);

    assertThatThrownBy(() -> linked().publish(1, "note.md", "1\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("lets aiwf in, but not to do this");
  }

  @Test
  void aRepositoryThatIsNotThereIsSaidToBe() {
    server.gate = GitHttpServer.answering(404);

    assertThatThrownBy(() -> linked().open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("There is no repository at " + address());
  }

  @Test
  void whatWasPushedWithoutAnAnswerIsFoundAfterTheOutage() throws Exception {
    Linked linked = linked();
    GitHttpServer.Gate open = server.gate;
    server.gate = GitHttpServer.answering(503);
    assertThatThrownBy(() -> linked.publish(1, "note.md", "1\n")).isInstanceOf(NotNow.class);

    server.gate = open;
    server.losing = true;
    assertThatThrownBy(() -> linked.publish(1, "note.md", "1\n")).isInstanceOf(NotNow.class);

    server.losing = false;
    Commit first = linked.publish(1, "note.md", "1\n");
    Commit second = linked.publish(2, "note.md", "2\n");
    assertThat(there.run("log", "--reverse", "--format=%H", Linked.BRANCH).lines())
        .as("the one whose answer was lost is there once")
        .containsExactly(first.sha(), second.sha());
  }

  @Test
  void anUntrustedCertificateIsRefusedWithAWayOut() {
    GitSettings trusting = settings(Map.of(HOST, TOKEN));
    GitSettings settings =
        new GitSettings(
            "this-one",
            false,
            true,
            List.of(),
            trusting.tokens(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() -> linked(settings, Limits.USUAL).open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("The certificate of git.test is not trusted")
        .hasMessageContaining("AIWF_REPOSITORY_CERTIFICATES");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() {
    Linked other =
        new Linked(
            folder.resolve("data"),
            new GitSettings(
                "this-one",
                false,
                true,
                List.of(),
                Map.of("other.test", TOKEN),
                Optional.empty(),
                Optional.empty(),
                Optional.of(certificate.pem())),
            address().replace(HOST, "other.test"),
            _ -> new InetAddress[] {InetAddress.getLoopbackAddress()},
            Limits.USUAL);

    assertThatThrownBy(other::open).isInstanceOf(NotEver.class).hasMessageContaining("not trusted");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aRedirectElsewhereIsNotFollowed() {
    server.gate =
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Location", "https://169.254.169.254" + exchange.getRequestURI());
          GitHttpServer.answer(exchange, 302);
          return false;
        };

    assertThatThrownBy(() -> linked().open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("leads on to another host, 169.254.169.254, which is not followed")
        .satisfies(OverHttpsTest::tellsNoToken);
  }

  @Test
  void aRedirectOnTheSameHostIsFollowed() throws Exception {
    var _ = GitProgram.bare(folder.resolve("moved.git"));
    GitHttpServer.Gate wanting = server.gate;
    server.gate =
        exchange -> {
          String path = exchange.getRequestURI().toString();
          if (path.startsWith("/team.git/info/refs")) {
            exchange.getResponseHeaders().set("Location", path.replace("team.git", "moved.git"));
            GitHttpServer.answer(exchange, 301);
            return false;
          }
          return wanting.passes(exchange);
        };

    var _ = linked().publish(1, "note.md", "1\n");

    assertThat(GitProgram.in(folder.resolve("moved.git")).run("branch", "--list", Linked.BRANCH))
        .contains(Linked.BRANCH);
  }

  @Test
  void aHostThatSaysNothingIsLeft() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    server.gate =
        exchange -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          GitHttpServer.answer(exchange, 503);
          return false;
        };
    try {
      assertThatThrownBy(() ->
              linked(
                      settings(Map.of(HOST, TOKEN)),
                      new Limits(1 << 20, SOON, SOON, Duration.ofMinutes(1)))
                  .open())
          .isInstanceOf(NotNow.class)
          .hasMessageContaining("can't be reached just now");
    } finally {
      over.countDown();
    }
  }

  @Test
  void aHostThatSendsTooMuchIsLeft() throws Exception {
    GitProgram clone = GitProgram.clone(there.folder(), folder.resolve("clone"));
    byte[] noise = new byte[3 << 20];
    new java.util.Random(1).nextBytes(noise);
    Files.write(clone.folder().resolve("large.bin"), noise);
    clone.push("Large", "main");

    assertThatThrownBy(() ->
            linked(
                    settings(Map.of(HOST, TOKEN)),
                    new Limits(
                        1 << 20, Patience.LONG_ENOUGH, Patience.LONG_ENOUGH, Patience.LONG_ENOUGH))
                .publish(1, "note.md", "1\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("sent more than 1 MB");
  }

  @Test
  void aNameIsLookedUpOnceForEachConversation() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Linked linked =
        new Linked(
            folder.resolve("data"),
            settings(Map.of(HOST, TOKEN)),
            address(),
            _ -> {
              int time = asked.getAndIncrement();
              return new InetAddress[] {
                InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (time == 0 ? 1 : 99)})
              };
            },
            new Limits(1 << 20, Patience.LONG_ENOUGH, Patience.LONG_ENOUGH, Patience.LONG_ENOUGH));

    assertThat(linked.open().found()).isEmpty();

    assertThat(asked).hasValue(1);
    assertThat(server.requests).hasSizeGreaterThan(1);
  }

  @Test
  void aNameThatLeadsInsideIsRefusedBeforeAnythingIsSent() {
    GitSettings settings =
        new GitSettings(
            "this-one",
            false,
            false,
            List.of(),
            Map.of(HOST, TOKEN),
            Optional.empty(),
            Optional.empty(),
            Optional.of(certificate.pem()));

    assertThatThrownBy(() -> linked(settings, Limits.USUAL).open())
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("git.test is inside this network");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void whatARuleSaysIsQuotedWithoutTheToken() throws Exception {
    Path hook = there.folder().resolve("hooks/update");
    Files.writeString(
        hook,
        "#!/bin/sh\necho \"your token is " + TOKEN + "\" >&2\nexit 1\n",
        StandardCharsets.UTF_8);
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> linked().publish(1, "note.md", "1\n"))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("takes commits neither on aiwf/support-bot nor on")
        .satisfies(OverHttpsTest::tellsNoToken);
  }
}
