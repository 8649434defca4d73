package dev.aiwf.core.talk;

import dev.aiwf.core.port.Architect.Call;
import dev.aiwf.core.port.Architect.Result;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.Findings;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Consult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the architect looks up in the knowledge base, and what it is told of it. */
final class Lookups {

  private static final int LONGEST = 200;

  private final Optional<Knowledge> knowledge;
  private final String step;
  private final List<Findings.Came> came = new ArrayList<>();
  private boolean unreachable;

  Lookups(Optional<Knowledge> knowledge, String step) {
    this.knowledge = knowledge;
    this.step = step;
  }

  /**
   * What came of asking.
   *
   * @param findings how much came back
   * @param facts what the project learns of it
   */
  record Learned(Result result, int findings, List<Fact> facts) {}

  /** Asks; none if that is no question to a knowledge base. */
  Optional<Learned> ask(Call call) throws InterruptedException {
    if (knowledge.isEmpty() || !Tools.KNOWLEDGE.containsKey(call.tool())) {
      return Optional.empty();
    }
    String about = Clean.line(Given.text(call, "query") + " " + Given.text(call, "topic"));
    return about.isEmpty() || about.length() > LONGEST
        ? Optional.of(
            new Learned(
                new Result(
                    "Say what to look for, in up to %d characters.".formatted(LONGEST), true),
                0,
                List.of()))
        : Optional.of(asked(knowledge.get(), new Consult(call.tool(), about)));
  }

  /** The warnings about a decision, unless they were asked for in this step already. */
  Optional<Learned> warnings(Situation here, String decision) throws InterruptedException {
    boolean asked =
        here.sidecar().findings().in(step).stream()
            .anyMatch(each -> each.consult().tool().equals("get_warnings"));
    Optional<Ask> ask = here.step().ask(decision);
    return asked || unreachable || knowledge.isEmpty() || ask.isEmpty()
        ? Optional.empty()
        : Optional.of(
            asked(
                knowledge.get(),
                new Consult("get_warnings", Clean.shortened(topic(ask.get()), LONGEST))));
  }

  /** What the pack looks the decision up under, for that is what warnings are filed under too. */
  private static String topic(Ask ask) {
    String reference = ask.type() instanceof AskType.Decision type ? type.reference() : null;
    return reference == null
        ? ask.text()
        : reference.substring(reference.indexOf(':') + 1).replace('-', ' ');
  }

  private Learned asked(Knowledge base, Consult consult) throws InterruptedException {
    try {
      List<Findings.Came> more =
          base.ask(List.of(consult)).stream()
              .map(reply -> new Findings.Came(reply.consult(), reply.findings()))
              .toList();
      came.addAll(more);
      String text =
          more.stream()
              .flatMap(each -> each.findings().stream())
              .map(About::finding)
              .collect(Collectors.joining("\n"));
      return new Learned(
          new Result(text.isEmpty() ? "Nothing fits. Try other words, or leave it." : text, false),
          more.stream().mapToInt(each -> each.findings().size()).sum(),
          List.of(new Fact.Consulted(step, more, null, List.of())));
    } catch (NotNow e) {
      unreachable = true;
      return new Learned(
          new Result("The knowledge base can't be reached just now. Say so.", true), 0, List.of());
    }
  }

  Result open(String id) throws InterruptedException {
    if (knowledge.isEmpty()) {
      return new Result("There is no knowledge base.", true);
    }
    try {
      return knowledge
          .get()
          .item(id)
          .map(item -> new Result(whole(item), false))
          .orElseGet(() -> new Result("No knowledge base has that item.", true));
    } catch (NotNow e) {
      unreachable = true;
      return new Result("The knowledge base can't be reached just now. Say so.", true);
    }
  }

  private static String whole(Knowledge.Item item) {
    return About.finding(item.finding())
        + "\n"
        + item.sections().stream()
            .map(section -> section.name() + ": " + String.join(" · ", section.lines()))
            .collect(Collectors.joining("\n"));
  }

  /** Whether a recommendation has to say that nobody could be asked. */
  boolean unreachable() {
    return unreachable;
  }

  List<Findings.Came> came() {
    return List.copyOf(came);
  }
}
