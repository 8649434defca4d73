package dev.aiwf.testkit;

import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.Knowledge.Item;
import dev.aiwf.core.port.Knowledge.Section;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Finding.Kind;
import dev.aiwf.core.workflow.Consult;
import dev.aiwf.testkit.contract.KnowledgeContract;
import java.util.List;

/** The fake keeps the contract. */
class FakeKnowledgeTest extends KnowledgeContract {

  private final SettableClock clock = SettableClock.begun();
  private final FakeKnowledge knowledge = new FakeKnowledge(clock);

  private static Finding finding(String id, Kind kind, double score) {
    return new Finding(
        id,
        kind,
        "About " + id,
        "It says.",
        "Handbook, chapter 1",
        null,
        FakeKnowledge.BASE,
        score);
  }

  @Override
  protected Knowledge connected() {
    Finding one = finding("long-answers", Kind.WARNING, 0.8);
    Finding other = finding("leaks", Kind.WARNING, 0.6);
    return knowledge
        .finds(WARNINGS, one, other)
        .finds(DECISIONS, finding("rag-or-tuning", Kind.DECISION, 0.9))
        .finds(new Consult("search_knowledge", WORDS), one, other)
        .knows(new Item(one, List.of(), List.of(new Section("What goes wrong", List.of("This.")))));
  }

  @Override
  protected String name() {
    return FakeKnowledge.BASE;
  }

  @Override
  protected SettableClock clock() {
    return clock;
  }

  @Override
  protected void fallSilent() {
    knowledge.fallSilent();
  }

  @Override
  protected void speak() {
    knowledge.speak();
  }
}
