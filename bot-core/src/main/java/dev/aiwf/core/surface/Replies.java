package dev.aiwf.core.surface;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.guide.Asked;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Private answers.
 *
 * @param group what the platform calls a group of people
 * @param hint what to know about typing commands, below the help in a channel
 * @param unseen what to do if a project that was started does not appear
 * @param address where a project is opened, if that is known
 */
public record Replies(
    String group, String hint, String unseen, Function<Nearby.Project, Optional<String>> address) {

  public Content help(Asking asker) {
    String how = asker.prefix();
    List<List<Span>> words = new ArrayList<>();
    if (!asker.inThread()) {
      words.add(word(how + "start support-bot", "starts a project, or comes back to it"));
      words.add(
          word(
              how + "start support-bot quick repo:https://…",
              "asks less, or thorough more; and links the team's repository"));
    }
    words.add(word(how + "list", "the projects here and yours, and what they wait for"));
    words.add(word(how + "status, decisions, why, gate, people", "show where a project stands"));
    words.add(word(how + "artifacts", "its files; with a file's name, that file in the thread"));
    words.add(word(how + "approvers @somebody", "who signs its gates; a " + group + " may"));
    words.add(word(how + "link https://…", "where its files go"));
    words.add(word(how + "remind", "names who is waited for"));
    if (!asker.inThread()) {
      words.add(word(how + "join support-bot", "asks to see a project here that is elsewhere"));
    }
    words.add(
        word(how + "follow milestones", "shows less of it here: everything, milestones or gates"));
    words.add(word(how + "me", "who you are, and who you are elsewhere"));
    words.add(word(how + "stop, continue", "rests a project, and goes on with it"));
    Content help = new Content(List.of(new Block.Bullets(words)));
    return !asker.inThread() ? help.and(note(hint)) : help;
  }

  /** In a thread the project's own words are worth as much as aiwf's. */
  public Content threadHelp(Asking asker, Nearby.Project project) {
    List<Block> blocks =
        new ArrayList<>(
            Asked.of(project.standing().workflow(), project.standing().sidecar(), "help")
                .map(Content::blocks)
                .orElse(List.of()));
    blocks.addAll(help(asker).blocks());
    return new Content(blocks);
  }

  private static List<Span> word(String word, String does) {
    return List.of(new Span.Mono(word), new Span.Plain(" " + does));
  }

  private static Block note(String text) {
    return new Block.Note(List.of(new Span.Plain(text)));
  }

  public Content unclear(Asking asker, String sentence) {
    List<Block> blocks = new ArrayList<>(Content.of(sentence).blocks());
    blocks.addAll(help(asker).blocks());
    return new Content(blocks);
  }

  public Content offered(@Nullable String wanted, List<Workflow> offered) {
    String names =
        offered.stream().map(each -> each.ref().id()).distinct().collect(Collectors.joining(", "));
    return Content.of(
        "There is no workflow \"%s\". These are offered: %s.".formatted(wanted, names));
  }

  /** Nothing can be said yet in a channel that aiwf is not in, so this says what to do then. */
  public Content starting(String name) {
    return Content.of(
            new Span.Plain("Starting "),
            new Span.Strong(name),
            new Span.Plain(". Its thread appears in this channel."))
        .and(note(unseen));
  }

  /** Where it stands is said only where it is talked about. */
  public Content resumed(String name, String status, boolean here) {
    return here
        ? Content.of(
            new Span.Strong(name),
            new Span.Plain(" exists and was " + status + ". Its thread is in this channel."))
        : Content.of(
            new Span.Plain(
                "There is a project of that name. Whoever takes part in it sees it here"),
            new Span.Plain(" too from now on."));
  }

  public Content sent(String name) {
    return Content.of(
        new Span.Plain("Done as far as you may; the thread of "),
        new Span.Strong(name),
        new Span.Plain(" shows it. Where you may not, you are told."));
  }

  public Content about(String name, Content content) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(List.of(new Span.Strong(name))));
    blocks.addAll(content.blocks());
    return new Content(blocks);
  }

  public Content noneHere(Asking asker) {
    return !asker.inThread()
        ? Content.of(
            new Span.Plain("There is no project in this channel. "),
            new Span.Mono("/aiwf start support-bot"),
            new Span.Plain(" begins one."))
        : Content.of("There is no project in this thread. A project is started in the channel.");
  }

  public Content which() {
    return Content.of("Which project?");
  }

  /** A project needs people, and nobody else reads what is written to aiwf itself. */
  public Reply channelWanted() {
    return new Reply(
        Content.of("A project lives in a channel, where its people are."),
        List.of(new Reply.Choice("Choose a channel…", new OwnButton.Start().written())));
  }

  public Content list(List<Nearby.Project> projects) {
    return projects.isEmpty()
        ? Content.of(
            new Span.Plain("There is no project yet, here or of yours. "),
            new Span.Mono("start support-bot"),
            new Span.Plain(" begins one."))
        : new Content(List.of(new Block.Bullets(projects.stream().map(this::line).toList())));
  }

  public List<Span> line(Nearby.Project project) {
    var line = project.line();
    String step = line.stepTitle() == null ? "" : " · " + line.stepTitle();
    String waits = line.waitingFor() == null ? "" : " · waiting for " + line.waitingFor();
    Span name =
        address
            .apply(project)
            .<Span>map(to -> new Span.Link(line.name(), to))
            .orElseGet(() -> new Span.Strong(line.name()));
    return List.of(
        name,
        new Span.Plain(
            " · " + Words.status(line.status()) + step + waits + " · owner " + line.owner()));
  }

  public Content files(String name, String how, List<Artifacts.Listed> files) {
    if (files.isEmpty()) {
      return Content.of(
          new Span.Strong(name),
          new Span.Plain(" has no files yet; the first completed step writes them."));
    }
    List<List<Span>> items =
        files.stream().map(file -> List.<Span>of(new Span.Mono(file.path()))).toList();
    return Content.of(
            new Span.Strong(name), new Span.Plain(" · " + Words.count(files.size(), "file")))
        .and(
            new Block.Bullets(items),
            new Block.Note(
                List.of(
                    new Span.Plain(
                        how + "artifacts and a file's name brings it into the thread."))));
  }
}
