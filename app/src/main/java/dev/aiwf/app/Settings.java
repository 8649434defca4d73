package dev.aiwf.app;

import dev.aiwf.architect.ArchitectSettings;
import dev.aiwf.artifacts.git.GitSettings;
import dev.aiwf.discord.DiscordSettings;
import dev.aiwf.engine.Caps;
import dev.aiwf.engine.QuietHours;
import dev.aiwf.engine.Silent;
import dev.aiwf.slack.SlackSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator set, checked.
 *
 * @param data where everything is kept
 * @param host what to bind to
 * @param port the port; 0 for any
 * @param hosts more names it answers to
 * @param trustsLoopback whether people on this machine are taken at their word
 * @param person who the sign-in link is for
 * @param packs the folders that hold workflows
 * @param sample whether an empty data folder gets a sample project
 * @param database the PostgreSQL database, if it is not to be SQLite
 * @param quiet when nobody is reminded, if ever
 * @param retention how long what is done with is kept
 * @param logging how it logs
 * @param repositories what may be linked, and with which credentials
 * @param knowledge what is set for the bundled knowledge base, if it is to be there
 * @param elsewhere one more knowledge base that is asked, if there is one
 * @param architect which models speak as the architect, if any does
 * @param silent where none of them is asked
 * @param caps how much talking with them may take
 * @param slack what is set for Slack, if it is
 * @param discord what is set for Discord, if it is
 * @param warnings what somebody should look at, though it runs
 */
record Settings(
    Path data,
    String host,
    int port,
    List<String> hosts,
    boolean trustsLoopback,
    String person,
    List<Path> packs,
    boolean sample,
    Optional<Database> database,
    Optional<QuietHours> quiet,
    Duration retention,
    Logging logging,
    GitSettings repositories,
    Optional<Knowledge> knowledge,
    Optional<Elsewhere> elsewhere,
    Optional<ArchitectSettings> architect,
    Silent silent,
    Caps caps,
    Optional<Slack> slack,
    Optional<DiscordSettings> discord,
    List<String> warnings) {

  /**
   * What the knowledge base needs.
   *
   * @param bundled the folder that comes with the product
   * @param team a team's own folders
   * @param key what programs on other machines must show
   */
  record Knowledge(Path bundled, List<Path> team, Optional<String> key) {

    /** Settings may be printed; secrets are not. */
    @Override
    public String toString() {
      return "Knowledge[" + bundled + ", " + team + "]";
    }
  }

  /** A knowledge base that is not ours, and what it wants to be shown. */
  record Elsewhere(URI address, Optional<String> key) {

    /** Settings may be printed; secrets are not. */
    @Override
    public String toString() {
      return "Elsewhere[" + address + "]";
    }
  }

  /** What Slack needs. */
  record Slack(
      String botToken,
      Optional<String> appToken,
      Optional<String> signingSecret,
      List<String> channels,
      Optional<String> apiUrl,
      boolean paced) {

    /** As the adapter wants it. */
    SlackSettings settings() {
      return new SlackSettings(
          botToken,
          appToken,
          signingSecret,
          Set.copyOf(channels),
          apiUrl.orElse(SlackSettings.API_URL),
          paced);
    }

    /** Settings may be printed; secrets are not. */
    @Override
    public String toString() {
      return "Slack[" + apiUrl.orElse("") + "]";
    }
  }

  /** The host that this machine reaches it at. */
  String reachedAt() {
    return switch (host) {
      case "0.0.0.0", "::", "[::]" -> "localhost";
      default -> host;
    };
  }

  /** Settings are wrong; the message names each and says what would be right. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;

    Wrong(List<String> problems) {
      super(told(problems));
    }

    private static String told(List<String> problems) {
      if (problems.size() == 1) {
        return problems.getFirst();
      }
      StringBuilder told = new StringBuilder(problems.size() + " settings are wrong:");
      problems.stream().limit(MOST).forEach(problem -> told.append("\n  ").append(problem));
      return problems.size() <= MOST
          ? told.toString()
          : told.append("\n  and ").append(problems.size() - MOST).append(" more").toString();
    }
  }

  /**
   * Reads what is set.
   *
   * @param environment the variables
   * @param system the JVM's properties, for what holds when nothing is set
   */
  static Settings from(Map<String, String> environment, Map<String, String> system) throws Wrong {
    return SettingsRead.from(environment, system).orWrong();
  }
}
