package dev.aiwf.app;

import dev.aiwf.core.port.Operations;
import dev.aiwf.core.rules.Words;
import dev.aiwf.web.operate.OperatorJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Holds projects against their journals. */
@Command(
    name = "rebuild",
    description = {
      "Holds what is stored of every project against its journal, which is the truth, and replaces"
          + " what is not as the journal says.",
      "Ends with 1 if a journal can't be read to its end, or --check found a difference."
    },
    mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--check", description = "only tells; nothing is replaced")
  private boolean check;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  RebuildCommand() {}

  @Override
  public Integer call() {
    Operations.Proofs proofs;
    try (Operator operator = Operator.here()) {
      proofs = check ? operator.operations().proofs() : operator.operations().rebuild();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(OperatorJson.write(proofs));
    } else {
      tell(out, proofs);
    }
    out.flush();
    boolean fine = proofs.broken().isEmpty() && (!check || proofs.different().isEmpty());
    return fine ? 0 : 1;
  }

  private void tell(PrintWriter out, Operations.Proofs proofs) {
    proofs
        .different()
        .forEach(project ->
            out.println(
                project
                    + (check
                        ? ": what is stored is not what its journal says. `aiwf rebuild` replaces"
                            + " it."
                        : ": replaced by what its journal says.")));
    proofs
        .broken()
        .forEach(project ->
            out.println(
                project
                    + ": its journal can't be read to its end; the log says where. What is stored"
                    + " was left as it is."));
    int proven = proofs.projects() - proofs.different().size() - proofs.broken().size();
    out.printf(
        "%s as %s.%n",
        Words.are(proven, "project"), proven == 1 ? "its journal says" : "their journals say");
  }
}
