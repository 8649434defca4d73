package dev.aiwf.app;

import dev.aiwf.architect.LangchainArchitect;
import dev.aiwf.core.port.Knowledge;
import dev.aiwf.core.scenario.Encounter;
import dev.aiwf.core.scenario.Scenario;
import dev.aiwf.core.scenario.Score;
import dev.aiwf.core.workflow.Workflow;
import dev.aiwf.packs.Packs;
import dev.aiwf.packs.PacksRead;
import dev.aiwf.packs.ScenarioRead;
import dev.aiwf.packs.Scenarios;
import dev.aiwf.web.operate.OperatorJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the model that is set lead people whom it plays as well, and scores how it did. */
@Command(
    name = "evaluate",
    description =
        "Plays scenarios with the model that is set, in the people's place too, and scores it."
            + " This costs what the model costs.")
final class EvaluateCommand implements Callable<Integer> {

  /** What is played where no scenario is named: one for each way that a project can take. */
  private static final List<String> USUAL =
      List.of("rag-only-quick.yaml", "hybrid-standard.yaml", "fine-tuning-thorough.yaml");

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "SCENARIO",
      description = "whose facts people know; otherwise three of those that are shipped")
  private List<Path> files = List.of();

  @Mixin private PacksOption where = new PacksOption();

  @Option(
      names = "--rounds",
      defaultValue = "40",
      paramLabel = "N",
      description = "how often people may act in each scenario; ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--tokens",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "what each scenario may take; ${DEFAULT-VALUE}")
  private long tokens;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  private final Map<String, String> environment;

  EvaluateCommand() {
    this(System.getenv());
  }

  @SuppressWarnings("NullAway") // picocli sets the spec before it runs the command
  EvaluateCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws Settings.Wrong, InterruptedException {
    Settings settings = Settings.from(environment, Main.properties());
    Optional<LangchainArchitect> model = Models.of(settings, Clock.systemUTC(), new SecureRandom());
    if (model.isEmpty()) {
      throw new Failures.Trouble(
          "No model is set, so there is none to evaluate: set AIWF_LLM_PROVIDER, AIWF_LLM_MODEL and"
              + " the provider's key; docs/model.md says how.");
    }
    List<Path> roots = where.roots(settings);
    PrintWriter out = spec.commandLine().getOut();
    try (LangchainArchitect architect = model.get();
        BundledKnowledge knowledge = BundledKnowledge.open(KnowledgeCommand.bundled())) {
      List<Score> scores = scores(out, roots, architect, knowledge.asked());
      out.print(json ? OperatorJson.write(Map.of("scores", scores)) + "\n" : table(scores));
      out.flush();
      return scores.isEmpty() ? 1 : 0;
    }
  }

  private List<Score> scores(
      PrintWriter out, List<Path> roots, LangchainArchitect architect, Knowledge knowledge)
      throws InterruptedException {
    PacksRead packs = Packs.read(roots);
    Encounter.Parts parts =
        new Encounter.Parts(architect, architect, Optional.of(knowledge), rounds, tokens);
    List<Score> scores = new ArrayList<>();
    for (ScenarioRead read : read(roots)) {
      read.problems().forEach(out::println);
      Optional<Scenario> scenario = read.scenario();
      Optional<Workflow> workflow = scenario.flatMap(packs::of);
      if (scenario.isPresent() && workflow.isEmpty()) {
        out.print(ScenarioReport.noWorkflow(scenario.get()));
      }
      if (scenario.isPresent() && workflow.isPresent()) {
        Encounter.of(workflow.get(), scenario.get(), parts).ifPresent(scores::add);
      }
    }
    return scores;
  }

  private List<ScenarioRead> read(List<Path> roots) {
    return files.isEmpty()
        ? roots.stream()
            .flatMap(root -> Scenarios.shipped(root).stream())
            .filter(read ->
                read.scenario()
                    .filter(known -> USUAL.stream().anyMatch(known.file()::endsWith))
                    .isPresent())
            .toList()
        : files.stream().map(Scenarios::read).toList();
  }

  private static String table(List<Score> scores) {
    TextTable table =
        new TextTable(
            "AGENDA",
            "RULES",
            "GROUNDED",
            "INTERACTIONS",
            "TOKENS",
            "COST",
            "PEOPLE'S",
            "STEP",
            "END",
            "SCENARIO");
    for (Score score : scores) {
      table.row(
          of(score.covered(), score.asks()),
          of(score.kept(), score.calls()),
          of(score.grounded(), score.recommendations()),
          Integer.toString(score.interactions()),
          "%,d".formatted(score.tokens()),
          score.cost() == null ? "-" : "$" + score.cost().stripTrailingZeros().toPlainString(),
          "%,d".formatted(score.people()),
          score.step(),
          score.end(),
          score.scenario());
    }
    return table.toString();
  }

  private static String of(int some, int all) {
    return all == 0 ? "-" : some + "/" + all;
  }
}
