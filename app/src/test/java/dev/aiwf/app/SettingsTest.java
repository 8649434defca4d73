package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Map<String, String> SYSTEM =
      Map.of("user.home", "/home/lead", "user.name", "lead", "aiwf.home", "/opt/aiwf");

  private static Settings from(Map<String, String> environment) throws Settings.Wrong {
    return Settings.from(environment, SYSTEM);
  }

  @Test
  void nothingNeedsToBeSet() throws Settings.Wrong {
    Settings settings = from(Map.of());
    assertThat(settings.data()).isEqualTo(Path.of("/home/lead/.aiwf"));
    assertThat(settings.port()).isEqualTo(8787);
    assertThat(settings.host()).isEqualTo("localhost");
    assertThat(settings.packs()).containsExactly(Path.of("/opt/aiwf"));
    assertThat(settings.slack()).isEmpty();
  }

  @Test
  void whatIsSetIsTaken() throws Settings.Wrong {
    Settings settings =
        from(
            Map.of(
                "AIWF_DATA", "~/data",
                "AIWF_PORT", " 0 ",
                "AIWF_HOSTS", "a.example, b.example",
                "AIWF_PACKS", "/a,~/b",
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_SIGNING_SECRET", "secret"));
    assertThat(settings.data()).isEqualTo(Path.of("/home/lead/data"));
    assertThat(settings.port()).isZero();
    assertThat(settings.hosts()).isEqualTo(List.of("a.example", "b.example"));
    assertThat(settings.packs()).containsExactly(Path.of("/a"), Path.of("/home/lead/b"));
    assertThat(settings.slack()).isPresent();
  }

  @Test
  void aWrongSettingNamesItselfAndWhatWouldBeRight() {
    assertThatThrownBy(() -> from(Map.of("AIWF_PORT", "99999")))
        .hasMessage("AIWF_PORT: \"99999\" is not a port; a number from 0 to 65535 is.");
    assertThatThrownBy(() -> from(Map.of("AIWF_TRUST_LOOPBACK", "yes")))
        .hasMessage("AIWF_TRUST_LOOPBACK: \"yes\" is neither true nor false.");
    assertThatThrownBy(() -> from(Map.of("SLACK_BOT_TOKEN", "xoxb-1")))
        .hasMessage("SLACK_SIGNING_SECRET: is missing, while SLACK_BOT_TOKEN is set.");
  }

  @Test
  void secretsAreNotPrinted() throws Settings.Wrong {
    assertThat(from(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "hush")))
        .asString()
        .doesNotContain("xoxb-1", "hush");
  }

  @Test
  void theDocumentedSettingsAreTheseSettings() throws Exception {
    assertThat(Files.readString(Path.of("../docs/settings.md"))).endsWith(SettingsCommand.table());
  }
}
