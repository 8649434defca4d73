package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One key, one command. */
class IdempotencyTest {

  private static final String COMMANDS = "/api/projects/support-bot/commands";
  private static final String KEY = "Idempotency-Key";

  private Served served;

  @BeforeEach
  void serve(@TempDir Path folder) {
    served = new Served(folder);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aRepeatedStartIsAnsweredAsTheFirst() {
    String body = "{\"name\": \"support-bot\"}";

    assertThat(served.post("/api/projects", body, KEY, "k").status()).isEqualTo(201);
    assertThat(served.post("/api/projects", body, KEY, "k").status()).isEqualTo(201);
    assertThat(served.post("/api/projects", body, KEY, "k2").status()).isEqualTo(200);
  }

  @Test
  void aRepeatedCommandTakesEffectOnce() {
    served.start("support-bot");
    String body = "{\"answer\": {\"example_count\": 300, \"goal\": \"Answer\"}}";
    Served.Answer first = served.post(COMMANDS + "?wait=true", body, KEY, "k");
    Served.Answer again =
        served.post(
            COMMANDS + "?wait=true",
            "{ \"answer\": {\"goal\": \"Answer\", \"example_count\":300} }",
            KEY,
            "k");

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(served.post(COMMANDS, body, KEY, "k").at("/command"))
        .isEqualTo(first.at("/command"));
    assertThat(
            served
                .get("/api/projects/support-bot/history")
                .at("/facts")
                .valueStream()
                .filter(fact -> fact.at("/fact/type").asString().equals("answered"))
                .count())
        .isEqualTo(2);
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    served.start("support-bot");
    served.post(COMMANDS, "{\"say\": \"a\"}", KEY, "k");
    Served.Answer other = served.post(COMMANDS, "{\"say\": \"b\"}", KEY, "k");

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("/error/field").asString()).isEqualTo(KEY);
  }

  @Test
  void twoPeoplesKeysHaveNothingToDoWithEachOther() {
    served.start("support-bot");
    served.act(
        "support-bot", "{\"assign\": {\"person\": \"console:data\", \"role\": \"contributor\"}}");
    Served.Answer first = served.post(COMMANDS, "{\"say\": \"a\"}", KEY, "k");
    Served.Answer second =
        served.post(COMMANDS, "{\"say\": \"b\"}", KEY, "k", "X-Aiwf-Person", "data");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.at("/command")).isNotEqualTo(first.at("/command"));
  }

  @Test
  void withoutAKeyEachRequestIsACommandOfItsOwn() {
    served.start("support-bot");

    assertThat(served.post(COMMANDS, "{\"say\": \"a\"}").at("/command"))
        .isNotEqualTo(served.post(COMMANDS, "{\"say\": \"a\"}").at("/command"));
  }

  @Test
  void aKeyHasALength() {
    assertThat(
            served
                .post("/api/projects", "{\"name\": \"a\"}", KEY, "k".repeat(201))
                .at("/error/field")
                .asString())
        .isEqualTo(KEY);
    assertThat(served.post("/api/projects", "{\"name\": \"a\"}", KEY, "").status()).isEqualTo(422);
  }

  @Test
  void aRefusalIsRepeatedToo() {
    served.start("support-bot");
    String body = "{\"choose\": \"continue\", \"menu\": \"m1\"}";
    Served.Answer first = served.post(COMMANDS + "?wait=true", body, KEY, "k");

    assertThat(first.status()).isEqualTo(409);
    assertThat(served.post(COMMANDS + "?wait=true", body, KEY, "k").json()).isEqualTo(first.json());
  }
}
