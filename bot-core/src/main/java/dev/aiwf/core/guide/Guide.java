package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Way;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Remarking;
import dev.aiwf.core.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words what facts lead to: what is said, what is redrawn, in which order. */
public final class Guide {

  private Guide() {}

  /**
   * From top to bottom: the status line when it is new, for everything else stands under it; what
   * was said; what changes above; what is answered; what is new.
   */
  public static List<Draft> says(
      Workflow workflow,
      @Nullable Sidecar before,
      Sidecar after,
      List<Entry> entries,
      Command command) {
    Set<Integer> visits = visits(before, after, entries);
    Map<String, Content> stood = before == null ? Map.of() : Standing.of(workflow, before, visits);
    Map<String, Content> stands = Standing.of(workflow, after, visits);
    List<Draft> drafts = new ArrayList<>();
    if (!stood.containsKey(MessageKeys.STATUS)) {
      drafts.add(
          Draft.of(MessageKeys.STATUS, Objects.requireNonNull(stands.get(MessageKeys.STATUS))));
    }
    said(command, entries).ifPresent(drafts::add);
    drafts.addAll(TalkMessages.ended(after, entries, command));
    stood.forEach((key, content) -> {
      Content now = stands.get(key);
      Content changed = now == null ? Withdrawn.of(workflow, key, content, after, entries) : now;
      if (!changed.equals(content)) {
        // An answer that came with others was told in one line with these, and has no own message.
        boolean settled = now == null || settledAsk(after, key);
        drafts.add(settled ? Draft.redraw(key, changed) : Draft.of(key, changed));
      }
    });
    if (command.action() instanceof Action.ArtifactRead read) {
      drafts.add(Draft.of(MessageKeys.artifact(command.id()), Shows.of(workflow, after, read)));
    }
    boolean inOneLine = stands.containsKey(MessageKeys.recorded(command.id()));
    drafts.addAll(replies(workflow, before, after, entries, command, inOneLine));
    stands.forEach((key, content) -> {
      if (!stood.containsKey(key)
          && !key.equals(MessageKeys.STATUS)
          && !covered(after, key, entries)) {
        drafts.add(Draft.of(key, content));
      }
    });
    drafts.addAll(TalkMessages.begun(after, entries));
    return drafts;
  }

  /** The visits whose messages these facts can have changed. */
  private static Set<Integer> visits(@Nullable Sidecar before, Sidecar after, List<Entry> entries) {
    Set<Integer> visits = new TreeSet<>();
    int first = before == null ? 0 : before.visitNumber();
    // A stop that a run passes through within one turn has something to say as well.
    for (int visit = first; visit <= after.visitNumber(); visit++) {
      visits.add(visit);
    }
    for (Entry entry : entries) {
      if (entry.fact() instanceof Fact.Published published) {
        after.way().visits().stream()
            .filter(visit -> visit.step().equals(published.step()))
            .map(Way.Visit::number)
            .forEach(visits::add);
      }
    }
    return visits;
  }

  private static Optional<Draft> said(Command command, List<Entry> entries) {
    String text =
        switch (command.action()) {
          case Action.Say(var words, _) -> words;
          case Action.GiveBrief(var brief) -> brief;
          case Action.NoteSource(var source) -> source;
          case Action.Start start -> start.brief();
          case Action.BriefRead(var documents) -> Remarking.brief(documents);
          case Action.ByPerson _, Action.ByEffect _ -> null;
        };
    boolean recorded =
        entries.stream()
            .map(Entry::fact)
            .anyMatch(fact ->
                fact instanceof Fact.Said
                    || fact instanceof Fact.BriefGiven
                    || fact instanceof Fact.SourceNoted
                    || (fact instanceof Fact.Started started && started.brief() != null));
    if (text == null || !recorded) {
      return Optional.empty();
    }
    String key = MessageKeys.said(command.id());
    Content content = Content.of(Clean.lines(text));
    if (!(command.sender() instanceof Sender.Human human)) {
      return Optional.of(Draft.of(key, content));
    }
    boolean typedThere = command.action() instanceof Action.Say;
    return Optional.of(new Draft(key, human.id(), typedThere ? human.channel() : null, content));
  }

  private static List<Draft> replies(
      Workflow workflow,
      @Nullable Sidecar before,
      Sidecar after,
      List<Entry> entries,
      Command command,
      boolean inOneLine) {
    List<Draft> replies = new ArrayList<>();
    for (Entry entry : entries) {
      // Several answers that came at once have one line of their own, where it can be shown.
      if (inOneLine && entry.fact() instanceof Fact.Answered) {
        continue;
      }
      // What the architect looked up for itself stands under what it says.
      if (command.action() instanceof Action.Talked && entry.fact() instanceof Fact.Consulted) {
        continue;
      }
      String key =
          MessageKeys.reply(command.id()) + (replies.isEmpty() ? "" : ":" + replies.size());
      Replies.to(workflow, before, after, entry.by(), entry.fact())
          .ifPresent(content -> replies.add(Draft.of(key, content)));
    }
    return replies;
  }

  /**
   * Whether an answer needs no line of its own: it came with others, in one line for all of them,
   * or was given on an earlier visit.
   */
  private static boolean covered(Sidecar after, String key, List<Entry> entries) {
    List<String> answered =
        entries.stream()
            .filter(entry -> entry.fact() instanceof Fact.Answered)
            .map(
                entry -> MessageKeys.ask(after.visitNumber(), ((Fact.Answered) entry.fact()).ask()))
            .toList();
    return settledAsk(after, key) && !answered.equals(List.of(key));
  }

  /** The keys of the messages that somebody who comes late needs to see. */
  public static List<String> needed(Workflow workflow, Sidecar sidecar) {
    return Standing.of(workflow, sidecar, Set.of(sidecar.visitNumber())).keySet().stream()
        .filter(key -> !settledAsk(sidecar, key))
        .toList();
  }

  private static boolean settledAsk(Sidecar after, String key) {
    return Stream.concat(after.answers().given().keySet().stream(), after.answers().left().stream())
        .filter(after.answers()::settled)
        .anyMatch(ask -> key.equals(MessageKeys.ask(after.visitNumber(), ask)));
  }
}
