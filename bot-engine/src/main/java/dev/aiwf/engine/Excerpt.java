package dev.aiwf.engine;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.secret.Secrets;
import dev.aiwf.core.turn.Effect;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a file, as much of it as a message has room for. */
final class Excerpt {

  private static final int MOST = 2_400;
  private static final int MOST_LINES = 40;

  private Excerpt() {}

  /** What a project is told of a file that somebody wants to see. */
  static Action of(Artifacts artifacts, Effect.ReadArtifact read) throws NotNow, NotEver {
    return artifacts
        .file(read.place(), read.path())
        .map(content ->
            switch (content) {
              case Artifacts.Content.Text(var text) -> beginning(read.path(), text);
              case Artifacts.Content.Unshown(var why, _) ->
                  new Action.ArtifactMissed(read.path(), why);
            })
        .orElseGet(() ->
            new Action.ArtifactMissed(
                read.path(), "It was not found where the files were last seen."));
  }

  /** Whole lines, but for one that is longer than all the room there is. */
  private static Action beginning(String path, String text) {
    List<String> lines = Secrets.masked(text).stripTrailing().lines().toList();
    if (lines.isEmpty()) {
      return new Action.ArtifactMissed(path, "It is empty.");
    }
    List<String> fitting = new ArrayList<>();
    int left = MOST;
    for (String line : lines) {
      if (fitting.size() == MOST_LINES || (line.length() >= left && !fitting.isEmpty())) {
        break;
      }
      fitting.add(Clean.shortened(line, MOST));
      left -= line.length() + 1;
    }
    // What is missing of a line counts as one.
    boolean cut = !fitting.getLast().equals(lines.get(fitting.size() - 1));
    return new Action.ArtifactRead(
        path, String.join("\n", fitting), lines.size() - fitting.size() + (cut ? 1 : 0));
  }
}
