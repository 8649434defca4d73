package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.artifacts.git.GitSettings;
import dev.aiwf.engine.Caps;
import dev.aiwf.engine.QuietHours;
import dev.aiwf.engine.Silent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each setting means, and what is said where it means nothing. */
class SettingsTest {

  private static final Map<String, String> SYSTEM =
      Map.of(
          "user.home", "/home/lead",
          "user.name", "lead",
          "user.timezone", "Asia/Tokyo",
          "aiwf.home", "/opt/aiwf");

  private static Settings from(Map<String, String> environment) throws Settings.Wrong {
    return Settings.from(environment, SYSTEM);
  }

  @Test
  void nothingNeedsToBeSet() throws Settings.Wrong {
    assertThat(from(Map.of()))
        .isEqualTo(
            new Settings(
                Path.of("/home/lead/.aiwf"),
                "localhost",
                8787,
                List.of(),
                true,
                "lead",
                List.of(Path.of("/opt/aiwf")),
                true,
                Optional.empty(),
                Optional.empty(),
                Duration.ofDays(90),
                new Logging(Logging.Form.TEXT, Logging.Threshold.INFO),
                GitSettings.of(""),
                Optional.of(
                    new Settings.Knowledge(
                        Path.of("/opt/aiwf/knowledge"), List.of(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Silent.NOWHERE,
                Caps.USUAL,
                Optional.empty(),
                Optional.empty(),
                List.of()));
  }

  @Test
  void aTokenBelongsToItsHost() throws Settings.Wrong {
    assertThat(
            from(Map.of("AIWF_REPOSITORY_TOKENS", "GitHub.com=one gitlab.example=me:two"))
                .repositories()
                .tokens())
        .isEqualTo(Map.of("github.com", "one", "gitlab.example", "me:two"));
    for (String wrong : List.of("one", "github.com=", "=one", "github.com=one two")) {
      assertThatThrownBy(() -> from(Map.of("AIWF_REPOSITORY_TOKENS", wrong)))
          .isInstanceOf(Settings.Wrong.class)
          .hasMessageContaining("AIWF_REPOSITORY_TOKENS")
          .hasMessageContaining("a host, an equals sign and its token");
    }
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
                "AIWF_RETENTION_DAYS", "7",
                "AIWF_LOG", "json",
                "AIWF_LOG_LEVEL", "debug",
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_SIGNING_SECRET", "secret"));
    assertThat(settings.data()).isEqualTo(Path.of("/home/lead/data"));
    assertThat(settings.port()).isZero();
    assertThat(settings.hosts()).containsExactly("a.example", "b.example");
    assertThat(settings.packs()).containsExactly(Path.of("/a"), Path.of("/home/lead/b"));
    assertThat(settings.retention()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.logging())
        .isEqualTo(new Logging(Logging.Form.JSON, Logging.Threshold.DEBUG));
    assertThat(settings.slack())
        .contains(
            new Settings.Slack(
                "xoxb-1",
                Optional.empty(),
                Optional.of("secret"),
                List.of(),
                Optional.empty(),
                true));
  }

  @Test
  void quietHoursAreToldInTheirZoneOrTheSystems() throws Settings.Wrong {
    LocalTime from = LocalTime.of(20, 0);
    LocalTime until = LocalTime.of(8, 30);
    assertThat(from(Map.of("AIWF_QUIET_HOURS", "20:00 - 08:30")).quiet())
        .contains(new QuietHours(from, until, ZoneId.of("Asia/Tokyo")));
    assertThat(
            from(Map.of(
                    "AIWF_QUIET_HOURS", "20:00-08:30",
                    "AIWF_TIME_ZONE", "Europe/Berlin"))
                .quiet())
        .contains(new QuietHours(from, until, ZoneId.of("Europe/Berlin")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AIWF_PORT           | 99999         | is not a port; a number from 0 to 65535 is.
          AIWF_PORT           | -1            | is not a port; a number from 0 to 65535 is.
          AIWF_PORT           | 99999999999   | is not a port; a number from 0 to 65535 is.
          AIWF_PORT           | ٣             | is not a port; a number from 0 to 65535 is.
          AIWF_HOST           | http://here   | is not a host; a name or an address is, without http:// before it.
          AIWF_HOSTS          | two words     | is not a host; a name or an address is, without http:// before it.
          AIWF_TRUST_LOOPBACK | yes           | is neither true nor false.
          AIWF_QUIET_HOURS    | 20-8          | is not two times of day such as 20:00-08:00, from 00:00 to 23:59.
          AIWF_QUIET_HOURS    | 20:00-24:00   | is not two times of day such as 20:00-08:00, from 00:00 to 23:59.
          AIWF_QUIET_HOURS    | 08:00-08:00   | ends when it begins; leave it out where no hours are quiet.
          AIWF_TIME_ZONE      | Europe/Nowhere| is not a time zone; Europe/Berlin is one.
          AIWF_RETENTION_DAYS | 6             | is not a number of days from 7 to 3650.
          AIWF_RETENTION_DAYS | 3651          | is not a number of days from 7 to 3650.
          AIWF_RETENTION_DAYS | 7.5           | is not a number of days from 7 to 3650.
          AIWF_LOG            | xml           | is none of text, json.
          AIWF_LOG_LEVEL      | trace         | is none of error, warn, info, debug.
          """)
  void aWrongSettingNamesItselfItsPlaceAndWhatWouldBeRight(
      String key, String value, String sentence) {
    assertThatThrownBy(() -> from(Map.of(key, value)))
        .hasMessage("%s (environment): \"%s\" %s", key, value, sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AIWF_DATA", "AIWF_CONFIG", "AIWF_PACKS"})
  void whatIsNoPathIsToldOnce(String key) {
    assertThatThrownBy(() -> from(Map.of(key, "a\0b")))
        .hasMessage("%s (environment): \"a?b\" is not a path.", key);
  }

  @Test
  void aPersonHasAPrintableName() {
    assertThatThrownBy(() -> from(Map.of("AIWF_PERSON", "a\033[2Jb")))
        .hasMessage(
            "AIWF_PERSON (environment): \"a?[2Jb\" is not a name; it holds a control character.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack.com", "ftp://slack.com/", "https://user:hush@slack.com/", "%"})
  void theAddressOfSlackIsOneOfTheWeb(String url) {
    assertThatThrownBy(() -> from(Map.of("SLACK_API_URL", url)))
        .hasMessageStartingWith("SLACK_API_URL (environment): This is not an address of the web")
        .hasMessageNotContaining("hush");
  }

  @Test
  void slackNeedsBothOfItsSecrets() {
    assertThatThrownBy(() -> from(Map.of("SLACK_BOT_TOKEN", "xoxb-1")))
        .hasMessage("SLACK_APP_TOKEN is missing, while SLACK_BOT_TOKEN (environment) is set.");
    assertThatThrownBy(() -> from(Map.of("SLACK_SIGNING_SECRET", "hush")))
        .hasMessage("SLACK_BOT_TOKEN is missing, while SLACK_SIGNING_SECRET (environment) is set.");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(() ->
            from(
                Map.of(
                    "AIWF_PORT", "x",
                    "AIWF_LOG", "y",
                    "AIWF_PACKS", "/fine,\0,\1\0")))
        .hasMessage(
            """
            4 settings are wrong:
              AIWF_PORT (environment): "x" is not a port; a number from 0 to 65535 is.
              AIWF_PACKS (environment): "?" is not a path.
              AIWF_PACKS (environment): "??" is not a path.
              AIWF_LOG (environment): "y" is none of text, json.\
            """);
  }

  @Test
  void aMisspeltVariableIsPointedOutButMayBelongToOthers() throws Settings.Wrong {
    assertThat(from(Map.of("AIWF_PROT", "1", "AIWF_JAVA_OPTS", "", "PORT", "2")).warnings())
        .containsExactly("AIWF_PROT is no setting; did you mean AIWF_PORT?");
  }
}
