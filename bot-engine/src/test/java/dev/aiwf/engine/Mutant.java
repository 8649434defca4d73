package dev.aiwf.engine;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Command;
import dev.aiwf.core.project.Sender;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.turn.Turn;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bug, put in to see whether the runs notice: most of them are one statement said wrongly.
 *
 * @param name what is wrong
 * @param tables what is done to the tables
 * @param sql what is done to every statement
 * @param deciding the rules
 */
public record Mutant(
    String name, List<String> tables, UnaryOperator<String> sql, Turns.Deciding deciding) {

  /** Nothing is wrong. */
  static final Mutant NONE = new Mutant("none", List.of(), UnaryOperator.identity(), Turn::take);

  /** All that is wrong, each time made anew, for some remember what they did. */
  static List<Supplier<Mutant>> all() {
    return List.of(
        () ->
            said(
                "a repeated delivery is another command",
                "values (:command, ",
                "values (:command || '/' || (select count(*) from inbox), "),
        () ->
            said(
                "effects are done in reverse order",
                "(lane, project, effect, visit, number, coalesces, stops, expires, not_before,"
                    + " at)\n"
                    + "values\n"
                    + "  (:lane,",
                "(id, lane, project, effect, visit, number, coalesces, stops, expires, not_before,"
                    + " at)\nvalues\n  (1000000 - (select count(*) from outbox), :lane,"),
        () ->
            said(
                "commands are taken in reverse order",
                "insert into inbox (command, digest, project, at, body)\nvalues (",
                "insert into inbox (id, command, digest, project, at, body)\nvalues (1000000 -"
                    + " (select count(*) from inbox), "),
        Mutant::acknowledgedBeforeTheCommit,
        () ->
            said(
                "a command is not marked as done",
                "update inbox set state = :state, outcome",
                "update inbox set state = case when :state = 'done' then 'open' else :state end,"
                    + " outcome"),
        () ->
            said(
                "the sidecar is not saved",
                "sidecar = excluded.sidecar",
                "sidecar = project.sidecar"),
        () ->
            said(
                "what was being done when the process died is not done again",
                "select id, lane from outbox where state in ('open', 'taken')",
                "select id, lane from outbox where state in ('open')"),
        () ->
            said(
                "an effect is done before it is done", "set state = 'taken'", "set state = 'done'"),
        () ->
            new Mutant(
                "a redraw is thought to be the one that is under way",
                List.of(
                    "drop index outbox_coalesces",
                    "create unique index outbox_coalesces on outbox (coalesces) where state in"
                        + " ('open', 'taken') and coalesces is not null"),
                UnaryOperator.identity(),
                Turn::take),
        () ->
            said(
                "nobody knows that a try may have worked",
                "returning project, effect, tries,",
                "returning project, effect, 1 as tries,"),
        () ->
            said(
                "what is shown is thought to be newer than it is",
                "values (:project, :key, :channel, :place, :id, :seq)",
                "values (:project, :key, :channel, :place, :id, :seq + 1)"),
        () ->
            said(
                "what is due later is done at once",
                "(tries > 0 or not_before <= :now)",
                "1 = 1 or :now = 0"),
        () ->
            said(
                "a commit is made although an earlier one was given up",
                "id < :id and state = 'given_up' and stops = 1",
                "id < :id and state = 'given_up' and stops = 2"),
        () -> decided("a late reminder is taken for one of now", Mutant::withoutBasis),
        () -> decided("anybody may sign", Mutant::byAnOwner));
  }

  private static Mutant said(String name, String right, String wrong) {
    return new Mutant(
        name,
        List.of(),
        statement -> statement.contains(right) ? statement.replace(right, wrong) : statement,
        Turn::take);
  }

  /** The commit is made with the next one, while everybody was already answered. */
  private static Mutant acknowledgedBeforeTheCommit() {
    int[] commits = {0};
    return new Mutant(
        "answered before the commit",
        List.of(),
        statement ->
            switch (statement) {
              case "begin immediate" -> commits[0] % 2 == 0 ? statement : "select 1";
              case "commit" -> commits[0]++ % 2 == 0 ? "select 1" : statement;
              default -> statement;
            },
        Turn::take);
  }

  private interface Changed {
    Command to(Command command, @Nullable Sidecar before);
  }

  private static Mutant decided(String name, Changed changed) {
    return new Mutant(
        name,
        List.of(),
        UnaryOperator.identity(),
        (workflow, before, command, model) ->
            Turn.take(workflow, before, changed.to(command, before), model));
  }

  private static Command withoutBasis(Command command, @Nullable Sidecar before) {
    return before != null && command.action() instanceof Action.Remind(_, var count)
        ? with(command, command.sender(), new Action.Remind("m" + before.visitNumber(), count))
        : command;
  }

  private static Command byAnOwner(Command command, @Nullable Sidecar before) {
    return command.action() instanceof Action.Sign
            && command.sender() instanceof Sender.Human(var person, _, var channel, _)
        ? with(
            command,
            new Sender.Human(person, Set.of(Role.CONTRIBUTOR, Role.APPROVER), channel),
            command.action())
        : command;
  }

  private static Command with(Command command, Sender sender, Action action) {
    return new Command(command.id(), command.project(), command.at(), sender, action);
  }

  @Override
  public String toString() {
    return name;
  }
}
