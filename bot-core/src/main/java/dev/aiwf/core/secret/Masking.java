package dev.aiwf.core.secret;

import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Blots out secrets in what people ask for, before any of it is kept: what is not stored can't be
 * shown, sent to a model or committed.
 */
public final class Masking {

  private static final Pattern MASK = Pattern.compile("\\((an? [\\p{L}' ]{3,40}), removed\\)");

  private Masking() {}

  /** The same without secrets; what a person did not write in words stays as it is. */
  public static Action of(Action action) {
    return switch (action) {
      case Action.ByPerson asked -> of(asked);
      case Action.ByEffect report -> report;
    };
  }

  private static Action of(Action.ByPerson action) {
    return switch (action) {
      case Action.Say(var text, var overheard) -> new Action.Say(masked(text), overheard);
      case Action.GiveBrief(var text) -> new Action.GiveBrief(masked(text));
      case Action.NoteSource(var text) -> new Action.NoteSource(masked(text));
      case Action.Start start ->
          new Action.Start(
              masked(start.name()),
              start.workflow(),
              start.repository(),
              maybe(start.brief()),
              start.depth());
      case Action.Answer(var answers, var seen) -> new Action.Answer(inputs(answers), seen);
      case Action.Revise(var answers, var seen) -> new Action.Revise(inputs(answers), seen);
      case Action.Note(var ask, var method, var text) -> new Action.Note(ask, method, masked(text));
      case Action.Meet(var step, var condition, var how) ->
          new Action.Meet(step, condition, masked(how));
      case Action.Acknowledge(var warning, var mitigation) ->
          new Action.Acknowledge(warning, masked(mitigation));
      case Action.Join(var where) -> new Action.Join(masked(where));
      case Action.Consult(var about) -> new Action.Consult(masked(about));
      case Action.Sign sign ->
          new Action.Sign(
              sign.verdict(),
              maybe(sign.reason()),
              sign.conditions().stream().map(Secrets::masked).toList(),
              sign.returnTo(),
              sign.menu());
      case Action.ChangePolicy policy ->
          new Action.ChangePolicy(
              policy.step(),
              policy.approvals(),
              policy.roles(),
              policy.initiatorCounts(),
              masked(policy.reason()));
      // An address with a token in it is refused rather than changed.
      case Action.Link _,
          Action.Show _,
          Action.Choose _,
          Action.Skip _,
          Action.Undo _,
          Action.TakeRecommended _,
          Action.Check _,
          Action.ChangeDepth _,
          Action.ReadBrief _,
          Action.TakeProposed _,
          Action.LeaveProposed _,
          Action.Analyse _,
          Action.StopTalk _,
          Action.SwitchArchitect _,
          Action.Assign _,
          Action.Stop _,
          Action.LetIn _,
          Action.KeepOut _,
          Action.Follow _,
          Action.Resolve _,
          Action.TakeUp _,
          Action.BeginAnew _ ->
          action;
    };
  }

  /** What was blotted out in a text, each kind once; empty if nothing was. */
  public static List<String> kinds(String text) {
    return List.copyOf(
        MASK.matcher(text)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Map<String, Input> inputs(Map<String, Input> answers) {
    Map<String, Input> masked = new LinkedHashMap<>();
    answers.forEach((ask, input) -> masked.put(ask, input(input)));
    return masked;
  }

  private static Input input(Input input) {
    return switch (input) {
      case Input.Text(var text) -> new Input.Text(masked(text));
      case Input.Number number -> number;
      case Input.Items(var items) -> new Input.Items(each(items, Secrets::masked));
      case Input.Rows(var rows) -> new Input.Rows(each(rows, Masking::cells));
      case Input.Decision(var choice, var rationale) ->
          new Input.Decision(choice, masked(rationale));
    };
  }

  private static Map<String, String> cells(Map<String, String> row) {
    Map<String, String> masked = new LinkedHashMap<>();
    row.forEach((column, cell) -> masked.put(column, masked(cell)));
    return masked;
  }

  private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
    List<T> changed = new ArrayList<>();
    list.forEach(item -> changed.add(change.apply(item)));
    return changed;
  }

  private static @Nullable String maybe(@Nullable String text) {
    return text == null ? null : masked(text);
  }

  private static String masked(String text) {
    return Secrets.masked(text);
  }
}
