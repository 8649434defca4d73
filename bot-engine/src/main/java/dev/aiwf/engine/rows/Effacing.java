package dev.aiwf.engine.rows;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Document;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Import;
import dev.aiwf.core.project.Proposal;
import dev.aiwf.core.project.Prose;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.turn.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records without a person. Whoever adds a kind of fact, effect or block says here where it holds
 * somebody's name or words.
 */
public record Effacing(Pseudonym person) {

  public Entry of(Entry entry) {
    return new Entry(
        entry.number(),
        of(entry.fact(), person.means(entry.by())),
        person.of(entry.by()),
        entry.at(),
        entry.command());
  }

  /** Answers, decisions and a gate's conditions stay: the project stands on them. */
  private Fact of(Fact fact, boolean theirs) {
    return switch (fact) {
      case Fact.PersonSeen(var seen) -> new Fact.PersonSeen(person.of(seen));
      case Fact.RoleAssigned(var whom, var role) -> new Fact.RoleAssigned(person.of(whom), role);
      // Why it was not understood quotes what was said, or names who was faster.
      case Fact.Misread(var ask, var why) ->
          new Fact.Misread(ask, theirs ? Pseudonym.WORDS : person.in(why));
      // What the world said to a commit in which they are named.
      case Fact.RepositoryRefused(var why) -> new Fact.RepositoryRefused(person.in(why));
      case Fact.PublishRefused(var step, var why) -> new Fact.PublishRefused(step, person.in(why));
      case Fact.ConsultWanted(var step, var about) ->
          new Fact.ConsultWanted(step, words(about, theirs));
      case Fact.ArtifactMissed(var path, var why) -> new Fact.ArtifactMissed(path, person.in(why));
      // What they typed as a file's name need not be one.
      case Fact.Shown(var topic, var of) ->
          topic == Fact.Topic.ARTIFACT && of != null
              ? new Fact.Shown(topic, theirs ? Pseudonym.WORDS : person.in(of))
              : fact;
      case Fact.BriefRefused(var why) -> new Fact.BriefRefused(person.in(why));
      case Fact.LinkRefused(var address, var why) -> new Fact.LinkRefused(address, person.in(why));
      // What people wrote into files is quoted where it met what the project writes.
      case Fact.Published published ->
          new Fact.Published(
              published.step(),
              published.commit(),
              published.files(),
              published.edited(),
              published.collisions().stream().map(this::of).toList(),
              published.elsewhere());
      case Fact.Noted(var ask, var method, var text) ->
          new Fact.Noted(ask, method, words(text, theirs));
      case Fact.SectionKept(var section, var text) ->
          new Fact.SectionKept(section, words(text, theirs));
      case Fact.Warned(var text, var finding) -> new Fact.Warned(person.in(text), finding);
      case Fact.Answered answered -> of(answered);
      case Fact.Proposed(var proposal) -> new Fact.Proposed(of(proposal));
      case Fact.Acknowledged(var warning, var mitigation) ->
          new Fact.Acknowledged(warning, words(mitigation, theirs));
      case Fact.ConditionMet(var step, var condition, var how) ->
          new Fact.ConditionMet(step, condition, words(how, theirs));
      case Fact.PolicyChanged(var step, var policy, var reason) ->
          new Fact.PolicyChanged(step, policy, words(reason, theirs));
      case Fact.Signed(var verdict, var reason, var conditions, var returnTo, var also) ->
          new Fact.Signed(
              verdict,
              reason == null ? null : words(reason, theirs),
              conditions,
              returnTo,
              also.stream().map(person::of).toList());
      case Fact.JoinAsked(var id, var whom, var channel, var where) ->
          new Fact.JoinAsked(id, person.of(whom), channel, words(where, theirs));
      case Fact.SentBack(var steps, var reason) -> new Fact.SentBack(steps, words(reason, theirs));
      // Somebody may be named in what others wrote there.
      case Fact.SidecarFound(var place, var found) -> new Fact.SidecarFound(place, of(found));
      case Fact.Imported(var content) -> new Fact.Imported(of(content));
      case Fact.Started _,
          Fact.BegunAnew _,
          Fact.ChannelJoined _,
          Fact.ChannelLost _,
          Fact.JoinAnswered _,
          Fact.Followed _,
          Fact.RepositoryChosen _,
          Fact.RepositoryOpened _,
          Fact.StepEntered _,
          Fact.StepSkipped _,
          Fact.Said _,
          Fact.ArtifactWanted _,
          Fact.ArtifactShown _,
          Fact.DepthChanged _,
          Fact.BriefGiven _,
          Fact.SourceNoted _,
          Fact.DocumentsFound _,
          Fact.BriefWanted _,
          Fact.Consulted _,
          Fact.KnowledgeMissed _,
          Fact.ArchitectChanged _,
          Fact.ArchitectSwitched _,
          Fact.TalkBegun _,
          Fact.TalkWanted _,
          Fact.TalkStopped _,
          Fact.TalkEnded _,
          Fact.ProposalTaken _,
          Fact.ProposalLeft _,
          Fact.Reminded _,
          Fact.Leaving _,
          Fact.AskSkipped _,
          Fact.Undone _,
          Fact.WentStale _,
          Fact.Checked _,
          Fact.GateDecided _,
          Fact.GateVoided _,
          Fact.MenuAnswered _,
          Fact.StepCompleted _,
          Fact.Stopped _,
          Fact.Resumed _,
          Fact.Completed _,
          Fact.Linking _,
          Fact.Moved _,
          Fact.Resolved _ ->
          fact;
    };
  }

  /** What was read out of their words stays, as somebody's. */
  private Fact of(Fact.Answered answered) {
    Fact.Basis basis = answered.basis();
    PersonId by = basis == null ? null : basis.by();
    return basis == null || by == null
        ? answered
        : new Fact.Answered(
            answered.ask(),
            answered.value(),
            answered.via(),
            new Fact.Basis(basis.message(), person.of(by), basis.rests()));
  }

  /** A model may have named them in what it drafted or advised. */
  private Proposal of(Proposal proposal) {
    Advice advice = proposal.advice();
    Prose prose = proposal.prose();
    return new Proposal(
        proposal.id(),
        proposal.from(),
        proposal.suggestions().stream()
            .map(each ->
                new Proposal.Suggestion(
                    each.ask(),
                    each.value(),
                    each.quote() == null ? null : person.in(each.quote())))
            .toList(),
        advice == null
            ? null
            : new Advice(
                advice.ask(),
                advice.choice(),
                person.in(advice.rationale()),
                advice.otherwise().stream()
                    .map(other -> new Advice.Alternative(other.choice(), person.in(other.cost())))
                    .toList(),
                advice.rests(),
                advice.own().stream().map(person::in).toList()),
        prose == null ? null : new Prose(prose.section(), prose.about(), person.in(prose.text())),
        proposal.turns());
  }

  private Import of(Import content) {
    Map<String, String> met = new LinkedHashMap<>();
    content.met().forEach((warning, how) -> met.put(warning, person.in(how)));
    String more = content.more();
    return new Import(
        content.source(),
        content.name(),
        content.depth(),
        content.written(),
        content.done(),
        content.completed(),
        content.answers(),
        content.left(),
        content.notes().stream()
            .map(note -> new Import.Note(note.ask(), note.method(), person.in(note.text())))
            .toList(),
        met,
        more == null ? null : person.in(more),
        content.doubts().stream().map(person::in).toList());
  }

  private Repository.Collision of(Repository.Collision collision) {
    return new Repository.Collision(
        collision.path(),
        collision.theirs(),
        person.in(collision.ours()),
        person.in(collision.beside()));
  }

  private static String words(String said, boolean theirs) {
    return theirs ? Pseudonym.WORDS : said;
  }

  public Effect of(Effect effect) {
    return switch (effect) {
      case Effect.Whisper(var channel, var whom, var content) ->
          new Effect.Whisper(
              channel,
              person.of(whom),
              person.means(whom.id()) || names(content) ? Pseudonym.MESSAGE : content);
      case Effect.Talk(var project, var talk, var by) ->
          new Effect.Talk(project, talk, person.of(by));
      case Effect.Publish publish ->
          new Effect.Publish(
              publish.project(),
              publish.place(),
              publish.number(),
              publish.step(),
              publish.title(),
              person.of(publish.author()),
              trailers(publish));
      case Effect.Show _,
          Effect.Remind _,
          Effect.OpenRepository _,
          Effect.ReadDocuments _,
          Effect.ReadArtifact _,
          Effect.StopTalk _,
          Effect.Consult _,
          Effect.Remember _ ->
          effect;
    };
  }

  /** A NO-GO's reason is its author's; who approved is named with name and id. */
  private Map<String, List<String>> trailers(Effect.Publish publish) {
    Map<String, List<String>> trailers = new LinkedHashMap<>();
    publish
        .trailers()
        .forEach((name, values) ->
            trailers.put(
                name,
                name.equals("Aiwf-Reason") && person.means(publish.author().id())
                    ? List.of(Pseudonym.WORDS)
                    : name.startsWith("Aiwf-Signed") || name.startsWith("Aiwf-Approved")
                        ? values.stream().map(person::in).toList()
                        : values));
    return trailers;
  }

  /** A whisper that names them is a no that may quote what they said. */
  private boolean names(Content content) {
    return !person.in(content.text()).equals(content.text());
  }

  /** Something that was said, where it shows them as a person. */
  public Content of(Content content) {
    return new Content(content.blocks().stream().map(this::of).toList());
  }

  private Block of(Block block) {
    return switch (block) {
      case Block.Paragraph(var spans) -> new Block.Paragraph(of(spans));
      case Block.Note(var spans) -> new Block.Note(of(spans));
      case Block.Bullets(var items) -> new Block.Bullets(items.stream().map(this::of).toList());
      case Block.Checklist(var ticks) -> new Block.Checklist(ticks.stream().map(this::of).toList());
      case Block.Heading _,
          Block.Table _,
          Block.Quote _,
          Block.Recalled _,
          Block.Code _,
          Block.Buttons _ ->
          block;
    };
  }

  private Block.Tick of(Block.Tick tick) {
    PersonId by = tick.by();
    return new Block.Tick(
        tick.text(), tick.checked(), by == null ? null : person.of(by), tick.button());
  }

  private List<Span> of(List<Span> spans) {
    return spans.stream().map(this::of).toList();
  }

  private Span of(Span span) {
    return switch (span) {
      case Span.Mention(var whom, _) when person.means(whom) ->
          new Span.Mention(person.now(), "@" + Pseudonym.NAME);
      case Span.Mention _, Span.Plain _, Span.Strong _, Span.Mono _, Span.Link _ -> span;
    };
  }

  /** A command that waits or failed; none if it was theirs. */
  InboxTable.@Nullable Body of(InboxTable.Body body) {
    return switch (body.sender()) {
      case Sender.Human human when person.means(human.id()) -> null;
      case Sender.Human _, Sender.Effect _ ->
          new InboxTable.Body(
              body.sender(),
              switch (body.action()) {
                case Action.Assign(var whom, var role, var name) ->
                    new Action.Assign(person.of(whom), role, person.means(whom) ? null : name);
                case Action.RepositoryRead read -> of(read);
                case Action.BriefRead(var documents) -> new Action.BriefRead(texts(documents));
                case Action.ArtifactRead(var path, _, var more) ->
                    new Action.ArtifactRead(path, Pseudonym.WORDS, more);
                case Action.ByPerson _, Action.ByEffect _ -> body.action();
              });
    };
  }

  private Action of(Action.RepositoryRead read) {
    Import found = read.found();
    return found == null
        ? read
        : new Action.RepositoryRead(
            read.address(),
            read.branch(),
            read.folder(),
            read.linked(),
            of(found),
            read.documents());
  }

  private List<Document> texts(List<Document> documents) {
    return documents.stream()
        .map(document -> new Document(document.path(), person.in(document.text())))
        .toList();
  }
}
