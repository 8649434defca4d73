package dev.aiwf.artifacts.git;

import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** What a remote's answer to a push means. */
final class Verdict {

  /** Git's servers have no code for it, only words: their own, GitHub's, GitLab's, Gerrit's. */
  private static final Pattern RULE =
      Pattern.compile(
          "(?i)hook declined|protected|\\bGH0\\d\\d\\b|rule violation|prohibited|denied"
              + "|not allowed|not permitted|forbidden");

  private static final Pattern RACE =
      Pattern.compile(
          "(?i)cannot lock|failed to update ref|failed to lock|stale info|fetch"
              + " first|fast-forward");

  private Verdict() {}

  static Remote.Pushed of(RemoteRefUpdate update) throws IOException {
    String said = String.valueOf(update.getMessage());
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> new Remote.Pushed.Taken();
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new Remote.Pushed.Behind();
      case REJECTED_OTHER_REASON -> {
        if (RULE.matcher(said).find()) {
          yield new Remote.Pushed.Against(said);
        }
        if (RACE.matcher(said).find()) {
          yield new Remote.Pushed.Behind();
        }
        throw new IOException(said);
      }
      case NOT_ATTEMPTED, REJECTED_NODELETE, NON_EXISTING, AWAITING_REPORT ->
          throw new IOException("it did not say what became of the push");
    };
  }
}
