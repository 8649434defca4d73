package dev.aiwf.core.guide;

import static dev.aiwf.core.guide.Say.line;
import static dev.aiwf.core.guide.Say.mono;
import static dev.aiwf.core.guide.Say.note;
import static dev.aiwf.core.guide.Say.plain;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Markdown;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.FileNames;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is shown of a file. */
final class FileMessages {

  private FileMessages() {}

  /** The beginning of it; nothing that people wrote into it becomes a link. */
  static Content shown(Action.ArtifactRead read) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(line(mono(read.path()), plain(", as it was last seen on the branch:")));
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
                      + ". The console has all of it under Artifacts; into a chat "),
              mono("@aiwf artifacts " + read.path()),
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
                        .map(commit ->
                            " It was last committed as " + Words.commit(commit.sha()) + ".")
                        .orElse(""))));
  }

  /** What is known of a file without reading it. */
  static Content known(Workflow workflow, Sidecar sidecar, @Nullable String named) {
    List<String> files = sidecar.repository().files();
    if (files.isEmpty()) {
      return nothing(workflow, named);
    }
    if (named == null) {
      return which("These files were committed:", files);
    }
    List<String> meant = FileNames.meant(files, named);
    return switch (meant.size()) {
      case 0 ->
          Aside.writing(workflow, named).isEmpty()
              ? which("There is no such file. These are there:", files)
              : nothing(workflow, named);
      case 1 -> committed(sidecar.repository(), meant.getFirst());
      default -> which("Which one is meant?", meant);
    };
  }

  /** For those who ask beside the conversation: only there it is read. */
  private static Content committed(Repository repository, String path) {
    return Content.of(
        mono(path),
        plain(" was last committed as "),
        mono(repository.commit(path).map(commit -> Words.commit(commit.sha())).orElse("")),
        plain(". What is in it is shown where the project is talked about: say "),
        mono("artifact " + path),
        plain(" there."));
  }

  private static Content nothing(Workflow workflow, @Nullable String named) {
    List<Step> writing = named == null ? List.of() : Aside.writing(workflow, named);
    if (named == null || writing.isEmpty()) {
      return Content.of("Nothing has been committed yet; the first completed step is.");
    }
    String steps = writing.stream().map(Step::title).collect(Collectors.joining(", "));
    return Content.of(
        mono(named), plain(" is written by %s. There is nothing of it yet.".formatted(steps)));
  }

  private static Content which(String sentence, List<String> files) {
    return new Content(
        List.of(
            line(plain(sentence)),
            new Block.Bullets(files.stream().map(path -> List.of(mono(path))).toList()),
            note(mono("artifact"), plain(" and a file's name shows what is in it."))));
  }
}
