package dev.aiwf.artifacts.git;

import dev.aiwf.core.turn.Effect;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The trailer by which an effect's commit is found again. After a database was restored from a
 * backup the same number can stand for another effect; the command tells them apart.
 */
record EffectMark(String project, long number, String command) {

  EffectMark(Effect.Publish effect, long number) {
    this(
        effect.project().value(),
        number,
        effect.trailers().getOrDefault(Signed.COMMAND, List.of()).stream()
            .findFirst()
            .map(CommitMessage::line)
            .orElse(""));
  }

  String value() {
    return project + "/" + number;
  }

  /** Whether this effect made that commit, or one that is quoted in it. */
  boolean made(RevCommit commit) {
    List<String> lines = commit.getFullMessage().lines().skip(1).map(String::strip).toList();
    return lines.contains(Signed.EFFECT + ": " + value())
        && (command.isEmpty()
            ? lines.stream().noneMatch(line -> line.startsWith(Signed.COMMAND + ": "))
            : lines.contains(Signed.COMMAND + ": " + command));
  }
}
