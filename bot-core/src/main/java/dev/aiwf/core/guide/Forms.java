package dev.aiwf.core.guide;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form.Field;
import dev.aiwf.core.guide.Form.Kind;
import dev.aiwf.core.project.Advice;
import dev.aiwf.core.project.Answers;
import dev.aiwf.core.rules.Recommended;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The questions that surfaces put at once: what stands in a form, and whether what was filled in is
 * right. The turn checks again.
 */
public final class Forms {

  /** The field that holds a decision's or a verdict's reasons. */
  public static final String REASON = "reason";

  /** The field that holds conditions, one to a line. */
  public static final String CONDITIONS = "conditions";

  /** The field that holds the step that NO-GO leads back to. */
  public static final String RETURN_TO = "return_to";

  private Forms() {}

  /** The form as it stands now; none if there is nothing to fill in any more. */
  public static Optional<Form> form(Situation here, FormRef ref) {
    return switch (ref) {
      case FormRef.Asks asks -> asks(here, asks);
      case FormRef.Decide(var ask, var option) ->
          here.step().ask(ask).map(known -> decide(here, known, option));
      case FormRef.Sign(var verdict) -> Optional.of(sign(here, verdict));
      case FormRef.Revise revise -> RemarkForms.revise(here, revise);
      case FormRef.Acknowledge acknowledge -> RemarkForms.acknowledge(here, acknowledge);
      case FormRef.Brief _ -> Optional.of(RemarkForms.brief());
      case FormRef.Consult _ -> Optional.of(RemarkForms.consult());
      case FormRef.Note note -> RemarkForms.note(here, note);
      case FormRef.Meet meet -> RemarkForms.meet(here, meet);
      case FormRef.Policy policy -> RemarkForms.policy(here, policy);
    };
  }

  /** What was filled in, as an action, or what is wrong with it. */
  public static Submission read(Situation here, FormRef ref, Map<String, String> values) {
    return Submissions.read(here, ref, values);
  }

  /** The asks a form is for. */
  static List<Ask> wanted(Situation here, FormRef.Asks ref) {
    return ref.asks().isEmpty()
        ? here.open()
        : here.asks().stream().filter(ask -> ref.asks().contains(ask.id())).toList();
  }

  private static Optional<Form> asks(Situation here, FormRef.Asks ref) {
    List<Ask> wanted = wanted(here, ref);
    List<Field> fields = new ArrayList<>(wanted.stream().map(ask -> field(here, ask)).toList());
    if (isOfOneDecision(wanted)) {
      fields.add(reason("The reason", null));
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new Form(here.step().title(), "Record", fields));
  }

  /** The field that one ask is answered in. */
  public static Field field(Situation here, Ask ask) {
    Kind kind =
        switch (ask.type()) {
          case AskType.Choice _, AskType.Decision _ -> Kind.CHOICE;
          case AskType.Number _ -> Kind.NUMBER;
          case AskType.Items _, AskType.Table _ -> Kind.PARAGRAPH;
          case AskType.Text text -> text.max() > 200 ? Kind.PARAGRAPH : Kind.LINE;
        };
    return new Field(
        ask.id(),
        ask.text(),
        help(ask),
        kind,
        ask.type().options(),
        here.sidecar()
            .answers()
            .to(ask.id())
            .map(Answers.Answer::value)
            .map(Forms::typed)
            .orElse(null),
        ask.required());
  }

  private static @Nullable String help(Ask ask) {
    return switch (ask.type()) {
      case AskType.Items _ -> joined(ask.help(), "One to a line.");
      case AskType.Table table ->
          joined(ask.help(), "One row to a line: " + String.join(" | ", table.columns()));
      case AskType.Number number when number.unit() != null ->
          joined(ask.help(), "Unit: " + number.unit() + ".");
      case AskType.Number _, AskType.Text _, AskType.Choice _, AskType.Decision _ -> ask.help();
    };
  }

  private static String joined(@Nullable String help, String more) {
    return help == null ? more : help + " " + more;
  }

  /** A value as it would be typed into its field. */
  private static String typed(Value value) {
    return switch (value) {
      case Value.Items(var items) -> String.join("\n", items);
      case Value.Table(var rows) ->
          String.join("\n", rows.stream().map(row -> String.join(" | ", row.values())).toList());
      case Value.Text _, Value.Number _, Value.Choice _, Value.Decision _ -> value.text();
    };
  }

  private static Form decide(Situation here, Ask ask, String option) {
    String label = ask.type().option(option).map(AskType.Option::label).orElse(option);
    Optional<String> reason =
        here.sidecar()
            .remarks()
            .adviceOn(ask.id())
            .flatMap(proposal -> Optional.ofNullable(proposal.advice()))
            .filter(advice -> advice.choice().equals(option))
            .map(Advice::rationale)
            .or(() ->
                here.recommended(ask)
                    .filter(r -> r.value().text().equals(option))
                    .map(Recommended::reason));
    Field field = reason(ask.text() + " " + label, reason.orElse(null));
    return new Form(label, "Decide", List.of(field));
  }

  /** A form for one decision asks for the reason as well; among others there is no room for it. */
  static boolean isOfOneDecision(List<Ask> wanted) {
    return wanted.size() == 1 && wanted.getFirst().type() instanceof AskType.Decision;
  }

  private static Field reason(String label, @Nullable String begun) {
    return new Field(
        REASON,
        label,
        "Why? It stands in the decision log.",
        Kind.PARAGRAPH,
        List.of(),
        begun,
        false);
  }

  private static Form sign(Situation here, Verdict verdict) {
    boolean noGo = verdict == Verdict.NO_GO;
    List<Field> fields = new ArrayList<>();
    if (verdict == Verdict.CONDITIONAL) {
      fields.add(
          new Field(
              CONDITIONS,
              "What must still be done?",
              "One condition to a line.",
              Kind.PARAGRAPH,
              List.of(),
              null,
              true));
    }
    fields.add(new Field(REASON, "Why?", null, Kind.PARAGRAPH, List.of(), null, noGo));
    if (noGo) {
      List<AskType.Option> steps =
          here.returnTo().stream()
              .map(here.workflow()::step)
              .map((Step step) -> new AskType.Option(step.id(), step.title(), null))
              .toList();
      fields.add(new Field(RETURN_TO, "Back to which step?", null, Kind.CHOICE, steps, null, true));
    }
    return new Form("Sign " + verdict.label(), verdict.label(), fields);
  }
}
