package dev.aiwf.web;

import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Serves projects at every stage, kept in memory only, for looking at the pages while styling them.
 */
public final class Showroom {

  private Showroom() {}

  /** Serves at the given port, or at 8788, until it is killed. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = args.length == 0 ? 8788 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("showroom");
    WebSettings settings =
        new WebSettings(
            "127.0.0.1", port, Set.of(), true, Duration.ofSeconds(10), Duration.ofSeconds(15), 100);
    try (Served served = new Served(folder, settings, inbox -> inbox, Map.of())) {
      furnish(served);
      System.out.println("http://127.0.0.1:" + served.port());
      Thread.currentThread().join();
    }
  }

  private static void furnish(Served served) {
    served.post(
        "/api/projects", "{\"name\": \"Release notes\", \"brief\": \"Notes out of commits\"}");
    served.start("stopped-project");
    served.act("stopped-project", "{\"stop\": true}");
    served.start("billing-questions");
    served.act("billing-questions", "{\"answer\": {\"goal\": \"Customers on billing and setup\"}}");
    served.act("billing-questions", "{\"answer\": {\"use_case\": \"knowledge-qa\"}}");
    served.act("billing-questions", "{\"say\": \"a few hundred\"}");
    served.clock.tick(Duration.ofMinutes(4));
    served.act("billing-questions", "{\"say\": \"300\"}");
    gate(served, "at-the-gate");
    weighed(served, "two-options");
    served.act("two-options", "{\"answer\": {\"budget_month\": 600, \"users\": 12000}}");
    weighed(served, "contradiction-and-risk");
    served.act(
        "contradiction-and-risk",
        "{\"answer\": {\"budget_month\": 600, \"users\": 12000, \"hosting\": \"own\"}}");
    served.act("contradiction-and-risk", "{\"choose\": \"analyse\", \"menu\": \"m1\"}");
    weighed(served, "finishing");
    served.act(
        "finishing",
        "{\"answer\": {\"budget_month\": 600, \"hosting\": \"managed\", \"users\": 10}}");
    served.act("finishing", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    served.act(
        "finishing",
        "{\"sign\": \"conditional\", \"conditions\": [\"Ask legal about the sources\", \"Mask"
            + " names\"]}");
    served.act("finishing", "{\"choose\": \"exit\", \"menu\": \"m2\"}");
    supportBot(served);
  }

  /** One that weighs, with a brief. */
  private static void weighed(Served served, String name) {
    served.post(
        "/api/projects",
        "{\"name\": \"%s\", \"workflow\": \"weighed\", \"brief\": \"%s\"}"
            .formatted(
                name,
                "Customers on billing and setup. 4,000 articles, edited daily. Answers must cite."
                    + " 600 a month for models and machines, not more. Some twelve thousand people"
                    + " will use it, most of them in the evening. Nobody is on call at night"
                    + " yet."));
  }

  /** Two people, a misunderstanding, a decision, a commit, a gate that waits. */
  private static void supportBot(Served served) {
    String name = "support-bot";
    served.post(
        "/api/projects",
        "{\"name\": \"support-bot\", \"brief\": \"Customers on billing and setup. 4,000 articles,"
            + " edited daily. Must cite.\"}",
        "X-Aiwf-Person",
        "lead");
    as(served, "lead", "{\"assign\": {\"person\": \"console:data\", \"role\": \"approver\"}}");
    as(
        served,
        "lead",
        "{\"answer\": {\"goal\": \"Answer support questions from our articles, with sources\"}}");
    as(served, "lead", "{\"answer\": {\"use_case\": \"knowledge-qa\"}}");
    as(served, "data", "{\"say\": \"a few hundred\"}");
    served.clock.tick(Duration.ofMinutes(2));
    as(served, "data", "{\"say\": \"300\"}");
    as(
        served,
        "lead",
        "{\"answer\": {\"architecture\": {\"choice\": \"rag-only\", \"rationale\": \"Edited daily,"
            + " must cite, 300 examples.\"}}}");
    served.clock.tick(Duration.ofMinutes(1));
    as(served, "lead", "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    served.projects.accept(
        new Inbox.Envelope(
            "effect",
            "1",
            null,
            new ProjectId(name),
            new Sender.Effect(1),
            new Action.Published(
                "scoping",
                "a1b9c3e5d7f90b1c3e5d7f90b1c3e5d7f90b1c3e",
                List.of("phase-0-scoping/architecture-decision.md", "sidecar.yaml"))));
    as(served, "data", "{\"check\": {\"goal-agreed\": true, \"data-allowed\": true}}");
  }

  private static void as(Served served, String person, String json) {
    served.post("/api/projects/support-bot/commands?wait=true", json, "X-Aiwf-Person", person);
  }

  private static void gate(Served served, String name) {
    served.start(name);
    served.act(
        name,
        """
        {"answer": {"goal": "Answer support questions from our articles, with sources",
          "use_case": "knowledge-qa", "example_count": 300,
          "architecture": {"choice": "rag-only", "rationale": "Edited daily, must cite, 300 examples."}}}
        """);
    served.clock.tick(Duration.ofMinutes(3));
    served.act(name, "{\"choose\": \"continue\", \"menu\": \"m1\"}");
    served.act(name, "{\"check\": {\"goal-agreed\": true}}");
  }
}
