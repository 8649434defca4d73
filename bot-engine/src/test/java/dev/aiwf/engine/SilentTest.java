package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.ChannelId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which projects are kept from every model. */
class SilentTest {

  private static final ChannelId THREAD = new ChannelId("slack:T1:C7:support-bot");

  @ParameterizedTest
  @CsvSource({"slack,true", "T1,true", "C7,true", "C8,false", "discord,false", "support-bot,false"})
  void aPlaceIsASurfaceAWorkspaceOrAChannel(String place, boolean covered) {
    assertThat(new Silent(Set.of(place)).covers(List.of(THREAD))).isEqualTo(covered);
  }

  @Test
  void oneOfAProjectsChannelsIsEnough() {
    ChannelId elsewhere = new ChannelId("discord:10:500:support-bot");
    assertThat(new Silent(Set.of("500")).covers(List.of(THREAD, elsewhere))).isTrue();
    assertThat(Silent.NOWHERE.covers(List.of(THREAD, elsewhere))).isFalse();
  }

  @Test
  void whatIsSeenInNoChatIsTheConsoles() {
    assertThat(new Silent(Set.of("console")).covers(List.of())).isTrue();
    assertThat(new Silent(Set.of("console")).covers(List.of(THREAD))).isFalse();
    assertThat(new Silent(Set.of("slack")).covers(List.of())).isFalse();
  }
}
