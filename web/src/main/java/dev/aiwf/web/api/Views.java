package dev.aiwf.web.api;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.rules.Refusal;
import dev.aiwf.web.access.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The smaller shapes that the API answers with. */
final class Views {

  private Views() {}

  record Listed(List<StateView.Line> projects) {}

  record Messages(List<Said> messages, long next) {}

  record Facts(List<Happened> facts, long next) {}

  /** A message. */
  record Said(
      long number,
      long seq,
      String key,
      Instant at,
      @Nullable PersonId by,
      String text,
      List<Block> content) {

    static Said of(Message message) {
      return new Said(
          message.number(),
          message.seq(),
          message.key(),
          message.at(),
          message.by(),
          message.content().text(),
          message.content().blocks());
    }
  }

  /** As much of a message as has arrived, in words alone. */
  record Arriving(long number, String key, String text) {

    static Arriving of(Message message) {
      List<Block> words =
          message.content().blocks().stream()
              .filter(block -> !(block instanceof Block.Buttons))
              .toList();
      return new Arriving(message.number(), message.key(), new Content(words).text());
    }
  }

  /** Who asks, and what they are told of it. */
  record Me(String person, String name, boolean verified, List<String> also, String told) {}

  /** A fact. */
  record Happened(long number, Instant at, PersonId by, String command, Fact fact) {

    static Happened of(Entry entry) {
      return new Happened(entry.number(), entry.at(), entry.by(), entry.command(), entry.fact());
    }
  }

  /** What is known of a command. */
  record Receipt(String command, String outcome, @Nullable String reason, List<Long> facts) {

    /** It is on disk; more is not said. */
    static Receipt waiting(String command) {
      return new Receipt(command, "waiting", null, List.of());
    }

    static Receipt of(String command, Inbox.Settled settled) {
      Refusal refusal = settled.refusal();
      return new Receipt(
          command,
          settled.state().name().toLowerCase(Locale.ROOT),
          refusal == null ? null : refusal.sentence(),
          settled.facts());
    }
  }

  /** What a command led to. */
  record Done(String command, String outcome, StateView state, List<Said> messages) {}

  /** Why not. */
  record Wrong(Error error) {
    static Wrong of(Problem problem) {
      return new Wrong(
          new Error(problem.code().key(), problem.sentence(), problem.field(), problem.command()));
    }

    record Error(String code, String message, @Nullable String field, @Nullable String command) {}
  }
}
