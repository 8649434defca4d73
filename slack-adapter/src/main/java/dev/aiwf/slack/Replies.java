package dev.aiwf.slack;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Private answers to commands. */
final class Replies {

  private static final Content HELP =
      new Content(
          List.of(
              new Block.Bullets(
                  List.of(
                      word("/aiwf start support-bot", "starts a project, or comes back to it"),
                      word("/aiwf start support-bot quick", "asks less; thorough asks more"),
                      word("/aiwf status", "lists projects and what they wait for"),
                      word(
                          "@aiwf help",
                          "in a project's thread: what can be typed there, for Slack takes no"
                              + " /aiwf in threads")))));

  private Replies() {}

  private static List<Span> word(String word, String does) {
    return List.of(new Span.Mono(word), new Span.Plain(" " + does));
  }

  static Content help() {
    return HELP;
  }

  static Content unclear(String sentence) {
    List<Block> blocks = new ArrayList<>(Content.of(sentence).blocks());
    blocks.addAll(HELP.blocks());
    return new Content(blocks);
  }

  static Content inThread(String word) {
    return Content.of(
        new Span.Plain("That is said in a project's thread: "), new Span.Mono("@aiwf " + word));
  }

  static Content offered(@Nullable String wanted, List<Workflow> offered) {
    String names =
        offered.stream().map(each -> each.ref().id()).distinct().collect(Collectors.joining(", "));
    return Content.of(
        "There is no workflow \"%s\". These are offered: %s.".formatted(wanted, names));
  }

  /** Nothing can be said yet in a channel that aiwf is not in, so this says what to do then. */
  static Content starting(String name) {
    return Content.of(
            new Span.Plain("Starting "),
            new Span.Strong(name),
            new Span.Plain(". Its thread appears in this channel."))
        .and(
            new Block.Note(
                List.of(
                    new Span.Plain(
                        "If nothing appears, aiwf is not in the channel: /invite @aiwf brings it"
                            + " here."))));
  }

  /** Where it stands is said only where it is talked about. */
  static Content resumed(String name, String status, boolean here) {
    return here
        ? Content.of(
            new Span.Strong(name),
            new Span.Plain(" exists and was " + status + ". Its thread is in this channel."))
        : Content.of(
            new Span.Plain(
                "There is a project of that name. Whoever takes part in it sees it here"),
            new Span.Plain(" too from now on."));
  }

  static Content list(List<Projects.Line> lines) {
    return lines.isEmpty()
        ? Content.of(
            new Span.Plain("There is no project yet. "), new Span.Mono("/aiwf start support-bot"))
        : new Content(List.of(new Block.Bullets(lines.stream().map(Replies::line).toList())));
  }

  private static List<Span> line(Projects.Line line) {
    String step = line.stepTitle() == null ? "" : " · " + line.stepTitle();
    String waits = line.waitingFor() == null ? "" : " · waiting for " + line.waitingFor();
    return List.of(
        new Span.Strong(line.name()),
        new Span.Plain(
            " · " + Words.status(line.status()) + step + waits + " · owner " + line.owner()));
  }
}
