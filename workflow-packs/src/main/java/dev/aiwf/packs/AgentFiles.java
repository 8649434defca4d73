package dev.aiwf.packs;

import dev.aiwf.core.workflow.Agent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of {@code agents/}.
 *
 * @param found the agents that could be read
 * @param complete whether that is all of them, so that what is missing here is missing
 */
record AgentFiles(List<Found> found, boolean complete) {

  /**
   * An agent where it was found.
   *
   * @param line where its id stands
   */
  record Found(Source source, int line, Agent agent) {}

  static AgentFiles read(PackFolder folder, Collection<Problem> problems) {
    List<Found> agents = new ArrayList<>();
    boolean complete = true;
    for (MarkdownFile file : MarkdownFile.in(folder, "agents", "An agent", problems)) {
      Optional<Found> agent = file.text().flatMap(text -> read(file, text));
      complete &= agent.isPresent();
      agent.ifPresent(agents::add);
    }
    return new AgentFiles(agents, complete);
  }

  List<Agent> agents() {
    return found.stream().map(Found::agent).toList();
  }

  /** Holds the agents against the steps that they lead through. */
  void check(List<StepFile> steps) {
    if (!complete) {
      return;
    }
    Set<String> known = new HashSet<>();
    found.forEach(one -> known.add(one.agent().id()));
    Set<String> used = new HashSet<>();
    for (StepFile step : steps) {
      Named agent = step.agent();
      if (agent != null && !agent.text().isEmpty()) {
        used.add(agent.text());
        if (!known.contains(agent.text())) {
          step.source()
              .problem(
                  agent.line(), "No file in agents/ has the id \"%s\".".formatted(agent.text()));
        }
      }
    }
    for (Found one : found) {
      if (!used.contains(one.agent().id())) {
        one.source()
            .problem(one.line(), "No step has the agent \"%s\".".formatted(one.agent().id()));
      }
    }
  }

  private static Optional<Found> read(MarkdownFile file, FrontMatter text) {
    Source source = file.source();
    return TreeReader.read(source, text.yaml())
        .flatMap(tree -> Fields.of(source, tree, "an agent", Keys.AGENT))
        .flatMap(fields -> {
          Named id = Named.of(fields, "id");
          Names.checkId(source, id.line(), id.text());
          if (text.body().isEmpty()) {
            source.problem(
                fields.line(),
                "There is no persona: write below the second --- how this agent thinks and"
                    + " speaks.");
          }
          String title = fields.text("title");
          if (id.text().isEmpty()) {
            return Optional.empty();
          }
          if (!file.name().equals(id.text() + ".md")) {
            source.problem(
                id.line(),
                "The id is \"%s\" here, and the file is called %s."
                    .formatted(id.text(), file.name()));
            return Optional.empty();
          }
          return Optional.of(
              new Found(source, id.line(), new Agent(id.text(), title, text.body())));
        });
  }
}
