package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said beside the answers, and is kept.
 *
 * @param brief the key of the message that holds what was known before; none if nothing was given
 * @param notes what came of looking at decisions once more, in order
 * @param met how warnings will be met, by the warning's id
 * @param documents the paths of texts in the repository that could serve as the brief
 * @param proposals what was put forward, and nobody has taken or left yet
 * @param sources the keys of the messages that tell of data sources, in order
 */
public record Remarks(
    @Nullable String brief,
    List<Note> notes,
    Map<String, Acknowledgement> met,
    List<String> documents,
    List<Proposal> proposals,
    List<String> sources) {

  /** Nothing was said beside the answers. */
  public static final Remarks NONE =
      new Remarks(null, List.of(), Map.of(), List.of(), List.of(), List.of());

  public Remarks {
    notes = List.copyOf(notes);
    met = Ordered.copy(met);
    // A state that an older version stored knows of none of these.
    documents = List.copyOf(Objects.requireNonNullElse(documents, List.of()));
    proposals = List.copyOf(Objects.requireNonNullElse(proposals, List.of()));
    sources = List.copyOf(Objects.requireNonNullElse(sources, List.of()));
  }

  /** Something that was put forward, if nobody has taken or left it. */
  public Optional<Proposal> proposal(String id) {
    return proposals.stream().filter(proposal -> proposal.id().equals(id)).findFirst();
  }

  /** Whether a message holds what was given to read, and nothing that was said to a question. */
  public boolean wasGiven(String message) {
    return message.equals(brief) || sources.contains(message);
  }

  /** The notes on a decision. */
  public List<Note> notesOn(String ask) {
    return notes.stream().filter(note -> note.ask().equals(ask)).toList();
  }

  Remarks withBrief(String message) {
    return new Remarks(message, notes, met, documents, proposals, sources);
  }

  Remarks noted(Note note) {
    return new Remarks(brief, Ordered.with(notes, note), met, documents, proposals, sources);
  }

  Remarks acknowledged(String warning, Acknowledgement acknowledgement) {
    return new Remarks(
        brief, notes, Ordered.with(met, warning, acknowledgement), documents, proposals, sources);
  }

  Remarks offering(List<String> paths) {
    return new Remarks(brief, notes, met, paths, proposals, sources);
  }

  Remarks proposed(Proposal proposal) {
    // What is read out of the brief later comes with what was read before.
    List<Proposal> others =
        proposal.ofBrief()
            ? proposals.stream().filter(each -> !each.ofBrief()).toList()
            : proposals;
    return with(Ordered.with(others, proposal));
  }

  Remarks sourced(String source) {
    return new Remarks(brief, notes, met, documents, proposals, Ordered.with(sources, source));
  }

  private Remarks with(List<Proposal> others) {
    return new Remarks(brief, notes, met, documents, others, sources);
  }

  Remarks settled(String proposal) {
    return with(proposals.stream().filter(each -> !each.id().equals(proposal)).toList());
  }

  /** Whoever took a decision has no need of advice on it any more. */
  Remarks withoutAdvice(String ask) {
    return with(
        proposals.stream()
            .filter(each -> each.advice() == null || !each.advice().ask().equals(ask))
            .toList());
  }

  /** What the architect advises on a decision, if that is open. */
  public Optional<Proposal> adviceOn(String ask) {
    return proposals.stream()
        .filter(each -> each.advice() != null && each.advice().ask().equals(ask))
        .reduce((_, later) -> later);
  }

  /**
   * What came of looking at a decision once more.
   *
   * @param ask the decision's ask
   * @param method how it was looked at; none if somebody just had a thought
   * @param text what came of it
   */
  public record Note(String ask, @Nullable String method, String text, PersonId by, Instant at) {}

  /** Who said how a warning will be met. */
  public record Acknowledgement(String mitigation, PersonId by, Instant at) {}
}
