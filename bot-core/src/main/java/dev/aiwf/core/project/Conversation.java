package dev.aiwf.core.project;

import dev.aiwf.core.people.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The talk between people and the architect, as far as the project has to know of it. What was said
 * stands in the messages.
 *
 * @param model who talks; none where no model is set up
 * @param off whether somebody wants the guide to lead all the same
 * @param trouble why no model answered the last time; none if one did
 * @param running what is being answered now
 * @param again whether more was said meanwhile that wants an answer
 * @param turns how many answers there were
 * @param spent what all of it cost
 * @param sections prose that somebody accepted, by the section it is for
 */
public record Conversation(
    @Nullable String model,
    boolean off,
    @Nullable String trouble,
    @Nullable Running running,
    boolean again,
    int turns,
    Spent spent,
    Map<String, Section> sections) {

  /** Nobody talks. */
  public static final Conversation NONE =
      new Conversation(null, false, null, null, false, 0, Spent.NOTHING, Map.of());

  public Conversation {
    sections = Ordered.copy(sections);
  }

  /** Whether the architect would answer if somebody spoke to it. */
  public boolean talks() {
    return model != null && !off;
  }

  /** Whether the architect leads; the guide does where it is silent. */
  public boolean leads() {
    return talks() && trouble == null;
  }

  /** Whether this is what is being answered now. */
  public boolean answers(String talk) {
    return running != null && running.talk().equals(talk);
  }

  Conversation with(@Nullable String speaks) {
    return new Conversation(speaks, off, null, running, again, turns, spent, sections);
  }

  Conversation switched(boolean on) {
    return new Conversation(model, !on, null, running, again, turns, spent, sections);
  }

  Conversation begun(Running begun) {
    return new Conversation(model, off, trouble, begun, false, turns, spent, sections);
  }

  Conversation stopping() {
    return running == null
        ? this
        : new Conversation(model, off, trouble, running.stopped(), again, turns, spent, sections);
  }

  Conversation calledAgain() {
    return new Conversation(model, off, trouble, running, true, turns, spent, sections);
  }

  Conversation ended(Spent more, @Nullable String why) {
    return new Conversation(model, off, why, null, again, turns + 1, spent.and(more), sections);
  }

  Conversation keeping(String section, Section prose) {
    return new Conversation(
        model, off, trouble, running, again, turns, spent, Ordered.with(sections, section, prose));
  }

  /**
   * What is being answered.
   *
   * @param talk names it: the command that asked for it
   * @param visit where the project was when it was asked
   * @param about what it is about; none for whatever was said
   * @param stopping whether somebody had it stopped
   */
  public record Running(String talk, int visit, @Nullable Analysis about, boolean stopping) {

    Running stopped() {
      return new Running(talk, visit, about, true);
    }
  }

  /** A look at a decision once more, by one of the pack's methods. */
  public record Analysis(String ask, String method) {}

  /** Prose that somebody accepted. */
  public record Section(String text, PersonId by, Instant at) {}
}
