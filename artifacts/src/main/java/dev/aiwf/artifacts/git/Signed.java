package dev.aiwf.artifacts.git;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/**
 * What a commit of a project says about itself for the commits that follow. People may have
 * squashed several into one, whose message then quotes them all; the last one counts.
 *
 * @param commit which it is
 * @param number the effect's number
 * @param journal as of which number of the journal it was rendered; 0 if that was not said
 * @param bot the installation that made it, if that was said
 * @param plain whether its files are as they were rendered, but for those named here
 * @param edited files that hold more than was rendered
 * @param bases files that did not begin from what was rendered for it: their collision is not
 *     settled, or they were not rendered; each with the number of the journal that they begin from
 */
record Signed(
    RevCommit commit,
    long number,
    long journal,
    @Nullable String bot,
    boolean plain,
    Set<String> edited,
    Map<String, Long> bases) {

  static final String EFFECT = "Aiwf-Effect";
  static final String COMMAND = "Aiwf-Command";
  static final String JOURNAL = "Aiwf-Journal";
  static final String BOT = "Aiwf-Bot";
  static final String EDITED = "Aiwf-Edited";
  static final String BASE = "Aiwf-Base";

  /** What the repository itself says; an effect has no say in it. */
  static final Set<String> RESERVED = Set.of(EFFECT, JOURNAL, BOT, EDITED, BASE);

  private static final Pattern NUMBERED = Pattern.compile("(.+)/(\\d{1,18})");
  private static final Pattern WITH_BASE = Pattern.compile("(\\d{1,18}) (.+)");

  /** What it says about a project, if it is of that project. */
  static Optional<Signed> read(RevCommit commit, String project) {
    String message = commit.getFullMessage();
    if (!message.contains(EFFECT)) {
      return Optional.empty();
    }
    Reading reading = new Reading(project);
    // The first line is a title; whatever it says, it says to people.
    message.lines().skip(1).map(String::strip).forEach(reading::line);
    return reading.signed(commit);
  }

  private static final class Reading {
    private final String project;
    private int signs;
    private long number;
    private long journal;
    private @Nullable String bot;
    private final Set<String> edited = new HashSet<>();
    private final Map<String, Long> bases = new HashMap<>();

    Reading(String project) {
      this.project = project;
    }

    void line(String line) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        return;
      }
      String value = line.substring(colon + 2);
      switch (line.substring(0, colon)) {
        case EFFECT -> sign(value);
        case JOURNAL -> journal = value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
        case BOT -> bot = value;
        case EDITED -> edited.add(value);
        case BASE -> {
          Matcher matcher = WITH_BASE.matcher(value);
          if (matcher.matches()) {
            bases.put(matcher.group(2), Long.parseLong(matcher.group(1)));
          }
        }
        default -> {}
      }
    }

    private void sign(String value) {
      Matcher matcher = NUMBERED.matcher(value);
      if (matcher.matches() && matcher.group(1).equals(project)) {
        signs++;
        number = Math.max(number, Long.parseLong(matcher.group(2)));
      }
    }

    Optional<Signed> signed(RevCommit commit) {
      boolean plain =
          signs == 1
              && commit.getParentCount() <= 1
              && commit.getCommitterIdent().getEmailAddress().equals(People.ADDRESS);
      return signs == 0
          ? Optional.empty()
          : Optional.of(
              new Signed(
                  commit, number, journal, bot, plain, Set.copyOf(edited), Map.copyOf(bases)));
    }
  }
}
