package dev.aiwf.core.surface;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import java.util.Optional;

/**
 * What was recorded from something that somebody wrote, for when they edit or delete it. It stands,
 * for others may have gone on from it.
 *
 * @param ask what it answers
 * @param value the answer in words
 */
public record Recorded(Ask ask, String value) {

  /** What came of a message; none if it answered nothing. */
  public static Optional<Recorded> from(
      Projects projects, ProjectId project, Inbox.Settled settled) {
    return settled.facts().stream()
        .flatMap(number -> projects.facts(project, number - 1, 1).stream())
        .map(entry -> entry.fact())
        .filter(Fact.Answered.class::isInstance)
        .map(Fact.Answered.class::cast)
        .flatMap(answered ->
            projects.find(project).stream()
                .flatMap(standing -> standing.workflow().ask(answered.ask()).stream())
                .map(ask -> new Recorded(ask, Words.value(ask, answered.value()))))
        .findFirst();
  }

  /** Tells that it stands, and how it is changed; {@code what} was done to the message. */
  public Content stands(String what) {
    return Content.of(
        new Span.Plain("You " + what + " a message from which this was recorded: "),
        new Span.Strong(ask.text() + " " + value),
        new Span.Plain(". It stands as it was recorded. "),
        new Span.Mono("@aiwf revise " + ask.id()),
        new Span.Plain(" changes it."));
  }
}
