package dev.aiwf.web.api;

import dev.aiwf.core.chat.Message;
import dev.aiwf.core.guide.Behind;
import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.GateState;
import dev.aiwf.core.project.SidecarView;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why something stands, as the API tells it. */
record WhyView(String of, @Nullable Line line, List<Link> chains) {

  /** The line that was asked about, and the commit it is from. */
  record Line(
      String path,
      int number,
      String text,
      @Nullable String heading,
      ArtifactViews.@Nullable Commit commit) {

    static Line of(String path, int number, Behind behind, ArtifactViews.@Nullable Commit commit) {
      return new Line(path, number, behind.line(), behind.heading(), commit);
    }
  }

  /** One answer with all that belongs to it. */
  record Link(
      String ask,
      @Nullable String number,
      String question,
      String step,
      Object value,
      String text,
      @Nullable String choice,
      @Nullable String rationale,
      Fact.Via via,
      List<String> staleBecause,
      Who by,
      Instant at,
      String command,
      long fact,
      @Nullable Came message,
      List<Ground> restsOn,
      List<String> knowledge,
      List<Approval> approvals,
      List<Written> commits) {

    static Link of(Chain chain, @Nullable Message message, Map<String, String> titles) {
      return new Link(
          chain.ask().id(),
          chain.number(),
          chain.ask().text(),
          chain.step().id(),
          SidecarView.plain(chain.answer().value()),
          Words.value(chain.ask(), chain.answer().value()),
          chain.answer().value() instanceof Value.Decision(var choice, _) ? choice : null,
          chain.rationale(),
          chain.answer().via(),
          chain.answer().staleBecause(),
          Who.of(chain.by()),
          chain.answer().at(),
          chain.answer().command(),
          chain.answer().fact(),
          message == null ? null : Came.of(message),
          chain.grounds().stream().map(Ground::of).toList(),
          chain.knowledge(),
          chain.approvals().stream().map(Approval::of).toList(),
          chain.commits().stream()
              .map(commit -> new Written(commit.sha(), titles.get(commit.sha()), commit.at()))
              .toList());
    }
  }

  /** A person. */
  record Who(PersonId id, String name, boolean verified) {
    static Who of(Person person) {
      return new Who(person.id(), person.name(), person.verified());
    }
  }

  /** The message it came with. */
  record Came(long number, String key, Instant at, @Nullable PersonId by, String text) {
    static Came of(Message message) {
      return new Came(
          message.number(), message.key(), message.at(), message.by(), message.content().text());
    }
  }

  /** What it rests on. */
  record Ground(String ask, String question, Object value, String text) {
    static Ground of(Chain.Ground ground) {
      return new Ground(
          ground.ask().id(),
          ground.ask().text(),
          SidecarView.plain(ground.value()),
          Words.value(ground.ask(), ground.value()));
    }
  }

  /** A gate that was passed with it, or not. */
  record Approval(
      String step,
      String verdict,
      Instant decided,
      List<String> conditions,
      boolean selfApproved,
      List<Signature> signatures) {

    static Approval of(Chain.Approval approval) {
      List<Signature> signatures = new ArrayList<>();
      for (int i = 0; i < approval.signers().size(); i++) {
        signatures.add(
            Signature.of(approval.signers().get(i), approval.state().signatures().get(i)));
      }
      return new Approval(
          approval.step().id(),
          approval.verdict().key(),
          approval.decided(),
          approval.state().conditions(),
          approval.state().selfApproved(),
          signatures);
    }
  }

  /** Who signed. */
  record Signature(Who by, String verdict, @Nullable String reason, Instant at) {
    static Signature of(Person person, GateState.Signature signature) {
      return new Signature(
          Who.of(person), signature.verdict().key(), signature.reason(), signature.at());
    }
  }

  /** A commit that has it; its title only where it is known here. */
  record Written(String sha, @Nullable String title, Instant at) {}

  static WhyView of(
      String of,
      @Nullable Line line,
      List<Chain> chains,
      Function<Chain, @Nullable Message> messages,
      Map<String, String> titles) {
    return new WhyView(
        of,
        line,
        chains.stream().map(chain -> Link.of(chain, messages.apply(chain), titles)).toList());
  }
}
