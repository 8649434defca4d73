package dev.aiwf.app;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.Forgetting.Known;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a person forgotten. */
@Command(
    name = "person",
    description = {
      "Puts \"Somebody who left\" in a person's place in every project, and takes away what they"
          + " wrote. Answers, decisions and conditions stay, for they are the project's.",
      "Whoever comes back under the same id is somebody new."
    },
    mixinStandardHelpOptions = true)
final class ForgetPerson implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ID|NAME",
      description = "the person's id, for example slack:T1:U2 or console:lead, or their name")
  private String person;

  @Option(names = "--yes", description = "does not ask")
  private boolean yes;

  @SuppressWarnings("NullAway") // picocli sets these before it runs the command
  ForgetPerson() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Forgetting.Traces> traces;
    try (Operator operator = Operator.here()) {
      traces = found(operator.forgetting(), out);
    }
    if (traces.isEmpty()) {
      out.flush();
      return 1;
    }
    tell(out, traces.get());
    if (!yes && !Confirmation.given(out)) {
      return 1;
    }
    // The folder is not kept from others while somebody thinks.
    try (Operator operator = Operator.here()) {
      boolean done = operator.forgetting().forget(traces.get().person()).isPresent();
      out.println(done ? "They are forgotten." : "Somebody else had them forgotten meanwhile.");
    }
    out.flush();
    return 0;
  }

  private Optional<Forgetting.Traces> found(Forgetting forgetting, PrintWriter out) {
    Optional<Forgetting.Traces> byId = forgetting.of(new PersonId(person));
    if (byId.isPresent()) {
      return byId;
    }
    List<Known> people = forgetting.people();
    List<Known> named =
        people.stream()
            .filter(known -> known.names().stream().anyMatch(person::equalsIgnoreCase))
            .toList();
    if (named.size() == 1) {
      return forgetting.of(named.getFirst().id());
    }
    if (named.isEmpty()) {
      out.printf("Nobody of the name or id \"%s\" is known here.%n", person);
      List<Known> near = NearNames.of(person, people);
      if (!near.isEmpty()) {
        out.println("Near to it:");
        near.forEach(known -> out.println("  " + shown(known)));
      }
    } else {
      out.printf("Several are called \"%s\"; say which by the id:%n", person);
      named.forEach(known -> out.println("  " + shown(known)));
    }
    return Optional.empty();
  }

  private static String shown(Known known) {
    return "%s  %s, in %s"
        .formatted(
            known.id(),
            String.join(" / ", known.names()),
            Words.count(known.projects(), "project"));
  }

  private static void tell(PrintWriter out, Forgetting.Traces traces) {
    out.printf(
        "%s%s%n",
        traces.person(),
        traces.names().isEmpty() ? "" : ", called " + String.join(" / ", traces.names()));
    out.printf(
        "  %s: %s%n", Words.count(traces.projects().size(), "project"), listed(traces.projects()));
    out.printf(
        "  %,d facts are theirs or name them, and they wrote %,d messages%n",
        traces.facts(), traces.messages());
    if (!traces.owned().isEmpty()) {
      out.printf(
          "  %s theirs: %s. Nobody can assign roles there afterwards; the owner may hand them over"
              + " before.%n",
          Words.are(traces.owned().size(), "project"), listed(traces.owned()));
    }
    out.println(
        "Everywhere \"Somebody who left\" takes their place. What they wrote, noted and gave as a"
            + " reason is taken away, and aiwf's messages are worded anew without it. Why commands"
            + " were refused in these projects goes, too. Answers, decisions and conditions stay.");
    out.println(
        "What can't be changed from here: commits that were made, what stands in Slack or Discord,"
            + " backups made before, and what others wrote about them.");
    out.flush();
  }

  private static String listed(List<ProjectId> projects) {
    return projects.stream().map(ProjectId::value).collect(Collectors.joining(", "));
  }
}
