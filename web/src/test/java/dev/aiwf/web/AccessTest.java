package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.web.access.Tokens;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, from where, and as whom. */
class AccessTest {

  private static final String PERSON = "X-Aiwf-Person";

  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() {
    served =
        new Served(folder, Served.SETTINGS, inbox -> inbox, Map.of("/slack/events", new Echo()));
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void onLoopbackAPersonIsWhoTheySayTheyAre() {
    Served.Answer started =
        served.post("/api/projects", "{\"name\": \"a\"}", PERSON, "  Ada Lovelace ");

    assertThat(started.at("/owner").asString()).isEqualTo("ada-lovelace");
    assertThat(
            started
                .json()
                .at("/sidecar/roles")
                .get("console:ada-lovelace")
                .get("verified")
                .booleanValue())
        .isFalse();
    assertThat(served.start("b").at("/owner").asString()).isEqualTo("local");
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "-"})
  void aNameThatNamesNobodyIsRefused(String name) {
    assertThat(served.get("/api/projects", PERSON, name).status()).isEqualTo(403);
    assertThat(served.get("/api/projects", PERSON, "a".repeat(81)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "Forwarded,for=1.2.3.4",
    "X-Forwarded-For,1.2.3.4",
    "X-Forwarded-Proto,https",
    "X-Forwarded-Host,localhost",
    "Via,1.1 proxy",
    "X-Real-IP,127.0.0.1",
    "Host,aiwf.example",
  })
  void anySignOfAProxyEndsTheTrust(String header, String value) {
    Served.Answer answer = served.get("/api/projects", PERSON, "lead", header, value);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("unknown_person");
  }

  @Test
  void aSettingEndsTheTrust() {
    WebSettings strict =
        new WebSettings(
            "127.0.0.1", 0, Set.of(), false, Duration.ofSeconds(1), Duration.ofSeconds(15), 1);
    try (Served other = new Served(folder, strict, inbox -> inbox, Map.of())) {
      assertThat(other.get("/api/projects").status()).isEqualTo(401);
      assertThat(
              other
                  .get("/api/projects", "Authorization", "Bearer " + other.tokens.token("lead"))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void aTokenSaysWhoSomebodyIs() {
    String token = served.tokens.token("lead");
    Served.Answer started =
        served.post(
            "/api/projects",
            "{\"name\": \"a\"}",
            "Authorization",
            "Bearer " + token,
            "X-Forwarded-For",
            "1.2.3.4",
            "Host",
            "aiwf.example");

    assertThat(started.status()).isEqualTo(201);
    assertThat(started.json().at("/sidecar/roles").get("token:lead").get("verified").booleanValue())
        .isTrue();
    assertThat(served.get("/api/projects", "Cookie", "aiwf_session=" + token, "Via", "x").status())
        .isEqualTo(200);
  }

  @Test
  void aHeaderThatContradictsTheTokenIsRefused() {
    String bearer = "Bearer " + served.tokens.token("lead");

    assertThat(served.get("/api/projects", "Authorization", bearer, PERSON, "data").status())
        .isEqualTo(403);
    assertThat(served.get("/api/projects", "Authorization", bearer, PERSON, "Lead").status())
        .isEqualTo(200);
  }

  @Test
  void aTokenThatIsNotOursOrNotValidAnyMoreIsNone(@TempDir Path elsewhere) {
    Tokens foreign = new Tokens(elsewhere.resolve("key"), served.clock, new Random(2));
    String mine = served.tokens.token("lead");

    assertThat(unauthorized(foreign.token("lead"))).isEqualTo(401);
    assertThat(unauthorized(mine + "x")).isEqualTo(401);
    assertThat(unauthorized("x" + mine)).isEqualTo(401);
    assertThat(unauthorized(served.tokens.code("lead"))).isEqualTo(401);
    assertThat(unauthorized("nonsense")).isEqualTo(401);
    assertThat(unauthorized(mine)).isEqualTo(200);
    served.clock.tick(Tokens.SESSION);
    assertThat(unauthorized(mine)).isEqualTo(401);
  }

  private int unauthorized(String token) {
    return served.get("/api/projects", "Authorization", "Bearer " + token).status();
  }

  @Test
  void aCodeIsGoodOnceAndSoon() {
    String code = served.tokens.code("lead");

    assertThat(served.tokens.peek(code)).isPresent();
    assertThat(served.tokens.peek(code)).isPresent();
    assertThat(served.tokens.redeem(code)).isPresent();
    assertThat(served.tokens.redeem(code)).isEmpty();
    for (char last :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
      // Several spellings of its end stand for the same bytes.
      assertThat(served.tokens.redeem(code.substring(0, code.length() - 1) + last)).isEmpty();
    }
    assertThat(served.tokens.redeem(code + "=")).isEmpty();
    String late = served.tokens.code("lead");
    served.clock.tick(Duration.ofMinutes(15));
    assertThat(served.tokens.redeem(late)).isEmpty();
    String before = served.tokens.code("lead");
    served.clock.tick(Duration.ofSeconds(1));
    Tokens restarted = new Tokens(folder.resolve("tokens.key"), served.clock, new Random(3));
    assertThat(restarted.redeem(before)).isEmpty();
    assertThat(restarted.person(served.tokens.token("lead"))).isPresent();
  }

  @Test
  void onlyItsOwnerMayReadTheKey() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("tokens.key"))))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example"})
  void aForeignNameIsTurnedAway(String host) {
    assertThat(served.get("/api/projects", "Host", host).status()).isEqualTo(403);
    assertThat(served.get("/api/projects", "Host", host + ":" + served.port()).error())
        .isEqualTo("forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST:1"})
  void loopbacksNamesAreOurs(String host) {
    assertThat(served.get("/api/projects", "Host", host).status()).isEqualTo(200);
  }

  @Test
  void whatChangesSomethingComesFromOurOwnPages() {
    String here = "http://127.0.0.1:" + served.port();
    String json = "{\"name\": \"a\"}";

    assertThat(served.post("/api/projects", json, "Origin", "https://evil.example").status())
        .isEqualTo(403);
    assertThat(served.post("/api/projects", json, "Origin", "null").status()).isEqualTo(403);
    assertThat(served.post("/api/projects", json, "Origin", "http://127.0.0.1:1").status())
        .isEqualTo(403);
    assertThat(served.post("/api/projects", json, "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
    assertThat(served.get("/api/projects").at("/projects").isEmpty()).isTrue();
    assertThat(
            served
                .post("/api/projects", json, "Origin", here, "Sec-Fetch-Site", "same-origin")
                .status())
        .isEqualTo(201);
  }

  @Test
  void aMountedServletChecksForItself() throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(served.at("/slack/events"))
            .header("Host", "slack.example")
            .header("X-Forwarded-For", "1.2.3.4")
            .POST(HttpRequest.BodyPublishers.ofString("{\"signed\": true}"))
            .build();

    HttpResponse<String> response = served.send(request);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"signed\": true} on a virtual thread");
  }

  /** A servlet that says back what it is told. */
  private static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      response
          .getWriter()
          .write(body + (Thread.currentThread().isVirtual() ? " on a virtual thread" : ""));
    }
  }
}
