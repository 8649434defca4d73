package dev.aiwf.artifacts.git;

import dev.aiwf.core.turn.Effect;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The trailer by which an effect's commit is found again. After a database was restored from a
 * backup the same number can stand for another effect; the command tells them apart.
 */
record EffectMark(String project, long number, String command) {

  static final String TRAILER = "Aiwf-Effect";
  private static final String COMMAND = "Aiwf-Command";
  private static final Pattern FORM = Pattern.compile("(.+)/(\\d{1,18})");

  EffectMark(Effect.Publish effect, long number) {
    this(
        effect.project().value(),
        number,
        effect.trailers().getOrDefault(COMMAND, List.of()).stream()
            .findFirst()
            .map(CommitMessage::line)
            .orElse(""));
  }

  String value() {
    return project + "/" + number;
  }

  /** Whether this effect made that commit. */
  boolean made(RevCommit commit) {
    return commit.getFooterLines(TRAILER).contains(value())
        && commit.getFooterLines(COMMAND).stream().findFirst().orElse("").equals(command);
  }

  /** Whether that commit is of an earlier effect, so that this one's can't lie behind it. */
  boolean isAfter(RevCommit commit) {
    return numberIn(commit).map(earlier -> earlier < number).orElse(false);
  }

  private Optional<Long> numberIn(RevCommit commit) {
    for (String line : commit.getFooterLines(TRAILER)) {
      Matcher matcher = FORM.matcher(line);
      if (matcher.matches() && matcher.group(1).equals(project)) {
        return Optional.of(Long.parseLong(matcher.group(2)));
      }
    }
    return Optional.empty();
  }
}
