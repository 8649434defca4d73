package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Markdown;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is shown of a file. */
final class FileMessages {

  private static final int SHORT = 7;

  private FileMessages() {}

  /** The beginning of it; nothing that people wrote into it becomes a link. */
  static Content shown(Action.ArtifactRead read) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(line(mono(read.path()), plain(", as it stands on the branch:")));
    if (read.path().endsWith(".md")) {
      blocks.addAll(Markdown.read(read.text(), _ -> false).blocks());
    } else {
      blocks.add(new Block.Code(read.text()));
    }
    if (read.more() > 0) {
      blocks.add(
          note(
              plain(
                  Words.count(read.more(), "more line")
                      + ". The console has all of it under Artifacts; in a chat "),
              mono("artifacts " + read.path()),
              plain(" brings it.")));
    }
    return new Content(blocks);
  }

  static Content missed(Repository repository, String path, String reason) {
    return Content.of(
        mono(path),
        plain(
            " can't be shown. %s%s"
                .formatted(
                    reason,
                    repository
                        .commit(path)
                        .map(commit -> " It was last committed as " + name(commit) + ".")
                        .orElse(""))));
  }

  /** What is known of a file without reading it. */
  static Content known(Workflow workflow, Sidecar sidecar, @Nullable String named) {
    List<String> files = sidecar.repository().files();
    if (named == null) {
      return files.isEmpty() ? none() : which("These files were committed:", files);
    }
    Optional<String> path = sidecar.repository().file(named);
    if (path.isPresent()) {
      String commit = sidecar.repository().commit(path.get()).map(FileMessages::name).orElse("");
      return Content.of(
          mono(path.get()),
          plain(", written by %s, last committed as ".formatted(writers(workflow, path.get()))),
          mono(commit),
          plain("."));
    }
    String writers = writers(workflow, named);
    if (!writers.isEmpty()) {
      return Content.of(
          mono(named), plain(" is written by %s. There is nothing of it yet.".formatted(writers)));
    }
    return files.isEmpty() ? none() : which("There is no such file. These are there:", files);
  }

  private static Content none() {
    return Content.of("Nothing has been committed yet; the first completed step is.");
  }

  private static Content which(String sentence, List<String> files) {
    return new Content(
        List.of(
            line(plain(sentence)),
            new Block.Bullets(files.stream().map(path -> List.of(mono(path))).toList()),
            note(mono("artifact"), plain(" and a file's name shows what is in it."))));
  }

  private static String writers(Workflow workflow, String named) {
    return Aside.writing(workflow, named).stream()
        .map(Step::title)
        .collect(Collectors.joining(", "));
  }

  private static String name(Repository.Commit commit) {
    return commit.sha().substring(0, Math.min(SHORT, commit.sha().length()));
  }
}
