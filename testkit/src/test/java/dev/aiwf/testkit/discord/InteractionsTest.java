package dev.aiwf.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the loopback Discord does not let pass, as the real one would not. */
class InteractionsTest {

  private static final JsonNode TEXT =
      Json.read("{\"flags\":64,\"content\":\"hello\",\"allowed_mentions\":{\"parse\":[]}}");

  private final SettableClock clock = SettableClock.begun();
  private final World world = new World(clock);
  private final Interactions interactions = new Interactions(world);

  private Interactions.Pending asked(int type) {
    return interactions.begin(type, "1", "2", null, Json.object());
  }

  private void answered(Interactions.Pending asked, int type, JsonNode data) throws Rejected {
    var body = Json.object().put("type", type);
    body.set("data", data);
    var _ = interactions.callback(asked.id, asked.token, body, Map.of());
  }

  @Test
  void onceAndInTime() throws Exception {
    Interactions.Pending twice = asked(Interactions.COMMAND);
    answered(twice, 4, TEXT);
    assertThatThrownBy(() -> answered(twice, 4, TEXT)).hasMessageContaining("already");

    interactions.patience = Duration.ofMillis(1);
    Interactions.Pending late = asked(Interactions.COMMAND);
    assertThat(interactions.await(late).acknowledged()).isFalse();
    assertThatThrownBy(() -> answered(late, 4, TEXT)).hasMessageContaining("Unknown interaction");
  }

  @ParameterizedTest
  @CsvSource({"5, 9", "2, 6", "2, 8", "4, 4", "3, 8", "5, 8"})
  void inAWayThatFits(int what, int type) {
    Interactions.Pending asked = asked(what);

    assertThatThrownBy(() -> answered(asked, type, TEXT)).hasMessageContaining("an answer of type");
  }

  @Test
  void laterOnlyAsLongAsTheTokenLives() throws Exception {
    Interactions.Pending asked = asked(Interactions.COMMAND);
    assertThatThrownBy(() -> interactions.later(asked.token, TEXT, Map.of(), false))
        .isInstanceOf(Rejected.class);
    answered(asked, 4, TEXT);
    assertThat(interactions.later(asked.token, TEXT, Map.of(), false).alone()).isEqualTo("1");

    clock.tick(Duration.ofMinutes(16));
    assertThatThrownBy(() -> interactions.later(asked.token, TEXT, Map.of(), false))
        .hasMessageContaining("Invalid Webhook Token");
  }

  @Test
  void whoIsCalledIsCounted() {
    JsonNode loud = Json.read("{\"content\":\"@everyone <@7> <@&8>\"}");
    assertThat(MessageRules.calls(loud)).containsExactly("everyone", "7", "8");
    JsonNode quiet =
        Json.read(
            "{\"content\":\"@everyone <@7>"
                + " <@&8>\",\"allowed_mentions\":{\"parse\":[],\"users\":[\"7\"]}}");
    assertThat(MessageRules.calls(quiet)).isEqualTo(List.of("7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'content':'x','unknown':1} | unknown",
        "{'flags':32768,'content':'x','components':[{'type':10,'content':'y'}]} | beside",
        "{'flags':32768,'components':[]} | empty",
        "{'components':[{'type':10,'content':'y'}]} | only rows",
        "{'flags':32768,'components':[{'type':1,'components':[]}]} | in a row",
        "{'flags':32768,'components':[{'type':13,'file':{'url':'attachment://a'}}]} | no file",
        "{'content':'x','nonce':'12345678901234567890123456'} | nonce"
      })
  void aMessageIsAsItMustBe(String body, String why) {
    assertThatThrownBy(() -> MessageRules.check(Json.read(body.replace('\'', '"')), Set.of(), null))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining(why);
  }

  @Test
  void componentsAreNotLeftAgain() {
    JsonNode before = Json.read("{\"flags\":32768}");
    assertThatThrownBy(() ->
            MessageRules.check(Json.read("{\"flags\":0,\"content\":\"x\"}"), Set.of(), before))
        .hasMessageContaining("left again");
  }
}
