package dev.aiwf.app;

import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.Operations.EffectLine;
import dev.aiwf.core.rules.Words;
import dev.aiwf.web.operate.OperatorJson;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after effects: what is to be done in the world and is not done yet. */
@Command(
    name = "effects",
    description = {
      "Looks after what is to be done in the world and is not done yet: messages to be shown,"
          + " steps to be committed. Without a command, it lists them.",
      "",
      "waiting   its turn comes by itself",
      "given-up  it can't be done; once the cause is put right, a retry may work",
      "held      it waits for a word, since a restore"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      EffectsCommand.Listing.class,
      EffectsCommand.Retry.class,
      EffectsCommand.Drop.class,
      EffectsCommand.Release.class
    })
final class EffectsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @SuppressWarnings("NullAway") // picocli sets it before it runs the command
  EffectsCommand() {}

  @Override
  public void run() {
    list(spec.commandLine(), json);
  }

  /** Lists them. */
  @Command(
      name = "list",
      description = "Lists what is not done: given up, then held, then waiting.",
      mixinStandardHelpOptions = true)
  static final class Listing implements Runnable {

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @SuppressWarnings("NullAway") // picocli sets it before it runs the command
    Listing() {}

    @Override
    public void run() {
      list(spec.commandLine(), json);
    }
  }

  private static void list(CommandLine command, boolean json) {
    List<EffectLine> effects;
    try (Operator operator = Operator.here()) {
      effects = operator.operations().effects();
    }
    PrintWriter out = command.getOut();
    if (json) {
      out.println(OperatorJson.write(Map.of("effects", effects)));
    } else if (effects.isEmpty()) {
      out.println("Everything is done.");
    } else {
      out.print(table(effects));
    }
    out.flush();
  }

  private static TextTable table(List<EffectLine> effects) {
    TextTable table =
        new TextTable("ID", "WHAT", "PROJECT", "STATE", "TRIES", "SINCE", "NEXT TRY", "ERROR");
    for (EffectLine effect : effects) {
      Instant next = effect.notBefore();
      String error = effect.error();
      table.row(
          String.valueOf(effect.id()),
          effect.kind(),
          effect.project().value(),
          effect.state().key(),
          String.valueOf(effect.tries()),
          effect.at().truncatedTo(ChronoUnit.SECONDS).toString(),
          next == null || effect.state() != Operations.State.WAITING
              ? "-"
              : next.truncatedTo(ChronoUnit.SECONDS).toString(),
          error == null ? "-" : error);
    }
    return table;
  }

  private static String named(EffectLine effect) {
    return "Effect %d (%s, %s)".formatted(effect.id(), effect.kind(), effect.project());
  }

  private static String reason(EffectLine effect) {
    return effect.error() == null ? "." : ": " + effect.error();
  }

  /** Has what was given up tried again. */
  @Command(
      name = "retry",
      description = "Has what was given up tried again, once its cause is put right.",
      mixinStandardHelpOptions = true)
  static final class Retry implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "which, by their numbers")
    private List<Long> ids = List.of();

    @Option(names = "--all", description = "all that were given up")
    private boolean all;

    @SuppressWarnings("NullAway") // picocli sets it before it runs the command
    Retry() {}

    @Override
    public Integer call() {
      if (all == !ids.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "Name effects by their numbers, or say --all.");
      }
      PrintWriter out = spec.commandLine().getOut();
      boolean done = true;
      try (Operator operator = Operator.here()) {
        List<Long> wanted = all ? givenUp(operator) : ids;
        if (wanted.isEmpty()) {
          out.println("Nothing was given up.");
        }
        for (long id : wanted) {
          done &= retried(operator, id, out);
        }
      }
      out.flush();
      return done ? 0 : 1;
    }

    private static List<Long> givenUp(Operator operator) {
      return operator.operations().effects().stream()
          .filter(effect -> effect.state() == Operations.State.GIVEN_UP)
          .map(EffectLine::id)
          .toList();
    }

    private static boolean retried(Operator operator, long id, PrintWriter out) {
      Optional<EffectLine> effect = operator.operations().effect(id);
      if (effect.isEmpty()) {
        out.printf("There is no effect %d, or it is done.%n", id);
        return false;
      }
      if (!operator.operations().retry(id)) {
        out.printf(
            "%s is %s; only what was given up can be tried again.%n",
            named(effect.get()), effect.get().state().key());
        return false;
      }
      out.printf(
          "%s was given up after %s%s%n  It is tried again %s.%n",
          named(effect.get()),
          Words.count(effect.get().tries(), "attempt"),
          reason(effect.get()),
          operator.running() ? "now" : "at the next start");
      return true;
    }
  }

  /** Ends what was given up or is held. */
  @Command(
      name = "drop",
      description = "Ends what was given up or is held; it will not be done.",
      mixinStandardHelpOptions = true)
  static final class Drop implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "which, by their numbers")
    private List<Long> ids = List.of();

    @SuppressWarnings("NullAway") // picocli sets it before it runs the command
    Drop() {}

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      boolean done = true;
      try (Operator operator = Operator.here()) {
        for (long id : ids) {
          done &= dropped(operator, id, out);
        }
      }
      out.flush();
      return done ? 0 : 1;
    }

    private static boolean dropped(Operator operator, long id, PrintWriter out) {
      Optional<EffectLine> effect = operator.operations().effect(id);
      if (effect.isEmpty()) {
        out.printf("There is no effect %d, or it is done.%n", id);
        return false;
      }
      if (!operator.operations().drop(id)) {
        out.printf(
            "%s is %s; only what was given up or is held can be dropped.%n",
            named(effect.get()), effect.get().state().key());
        return false;
      }
      out.printf(
          "%s was %s%s%n  It is dropped and will not be done.%n",
          named(effect.get()), effect.get().state().key(), reason(effect.get()));
      return true;
    }
  }

  /** Lets go of what is held. */
  @Command(
      name = "release",
      description = "Lets go of everything that is held since a restore.",
      mixinStandardHelpOptions = true)
  static final class Release implements Runnable {

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway") // picocli sets it before it runs the command
    Release() {}

    @Override
    public void run() {
      PrintWriter out = spec.commandLine().getOut();
      try (Operator operator = Operator.here()) {
        int released = operator.operations().release();
        out.println(
            released == 0
                ? "Nothing is held."
                : "%s let go; what they are for is done %s."
                    .formatted(
                        Words.are(released, "effect"),
                        operator.running() ? "now" : "at the next start"));
      }
      out.flush();
    }
  }
}
