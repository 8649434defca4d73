package dev.aiwf.core.guide;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form.Field;
import dev.aiwf.core.guide.Form.Kind;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Finding;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.rules.Reader;
import dev.aiwf.core.rules.Reading;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Gate;
import dev.aiwf.core.workflow.Method;
import dev.aiwf.core.workflow.Step;
import dev.aiwf.core.workflow.Value;
import dev.aiwf.core.workflow.Warning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms for what is said beside the answers, and for answering anew. */
final class RemarkForms {

  private static final String APPROVALS = "approvals";
  private static final String ROLES = "roles";
  private static final String INITIATOR = "initiator";
  private static final String YES = "yes";
  private static final String NO = "no";

  private RemarkForms() {}

  // ---- what stands in them

  static Optional<Form> revise(Situation here, FormRef.Revise ref) {
    return here.workflow().ask(ref.ask()).map(ask -> revise(here, ask));
  }

  private static Form revise(Situation here, Ask ask) {
    Field field = Forms.field(here, ask);
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field(
            field.id(),
            field.label(),
            Reasons.resting(here, ask),
            field.kind(),
            field.options(),
            field.value(),
            true));
    if (ask.type() instanceof AskType.Decision) {
      fields.add(paragraph(Forms.REASON, "Why?", "It stands in the decision log.", null, false));
    }
    return new Form("Revise", "Revise", fields);
  }

  static Optional<Form> acknowledge(Situation here, FormRef.Acknowledge ref) {
    return here.warnings().stream()
        .filter(warning -> warning.id().equals(ref.warning()))
        .findFirst()
        .map(warning -> acknowledge(here, warning))
        .or(() -> here.sidecar().findings().warned(ref.warning()).map(RemarkForms::acknowledge));
  }

  private static Form acknowledge(Finding warning) {
    return one(
        "Acknowledge",
        "Acknowledge",
        "How will it be met?",
        "%s: %s (%s)".formatted(warning.title(), warning.text(), warning.source()));
  }

  private static Form acknowledge(Situation here, Warning warning) {
    return one(
        "Acknowledge",
        "Acknowledge",
        "How will it be met?",
        Words.filled(here.known(), warning.title() + ": " + warning.text()));
  }

  static Form consult() {
    return one(
        "Consult",
        "Look it up",
        "What is to be looked up?",
        "A few words, with what limits it here: \"chunking tables in German PDFs\".");
  }

  static Form brief() {
    return one(
        "Brief",
        "Keep",
        "What is known already?",
        "Goal, users, data, limits, dates: as you would tell a new colleague. Parts of it are shown"
            + " beside the questions they bear on.");
  }

  static Optional<Form> note(Situation here, FormRef.Note ref) {
    return here.workflow()
        .ask(ref.ask())
        .map(ask -> {
          Optional<Method> method =
              here.workflow().methods().stream()
                  .filter(known -> known.id().equals(ref.method()))
                  .findFirst();
          return one(
              method.map(Method::title).orElse("Note"),
              "Keep",
              "What came of it, for " + Reasons.name(ask) + "?",
              method.map(known -> String.join("\n", known.questions())).orElse(null));
        });
  }

  static Optional<Form> meet(Situation here, FormRef.Meet ref) {
    return here.sidecar().gate(ref.step()).unmet().contains(ref.condition())
        ? Optional.of(one("Condition met", "Met", "What shows it?", ref.condition()))
        : Optional.empty();
  }

  static Optional<Form> policy(Situation here, FormRef.Policy ref) {
    return here.workflow()
        .find(ref.step())
        .flatMap(step -> Optional.ofNullable(step.gate()).map(gate -> policy(here, step, gate)));
  }

  private static Form policy(Situation here, Step step, Gate gate) {
    Gate.Policy now = here.sidecar().team().policy(step, gate);
    List<AskType.Option> roles = new ArrayList<>();
    roles.add(new AskType.Option(key(now.roles()), Words.roles(now.roles()), null));
    if (now.roles().size() > 1) {
      now.roles().stream()
          .sorted()
          .forEach(
              role -> roles.add(new AskType.Option(key(Set.of(role)), Words.role(role), null)));
    }
    List<AskType.Option> initiator = new ArrayList<>();
    if (now.initiatorCounts()) {
      initiator.add(new AskType.Option(YES, "Yes", null));
    }
    initiator.add(new AskType.Option(NO, "No", null));
    return new Form(
        gate.title(),
        "Make it stricter",
        List.of(
            new Field(
                APPROVALS,
                "How many different people must sign?",
                null,
                Kind.NUMBER,
                List.of(),
                String.valueOf(now.approvals()),
                true),
            new Field(
                ROLES, "In which role?", null, Kind.CHOICE, roles, roles.getFirst().key(), true),
            new Field(
                INITIATOR,
                "Does whoever started the project count?",
                null,
                Kind.CHOICE,
                initiator,
                initiator.getFirst().key(),
                true),
            paragraph(Forms.REASON, "Why?", "It is recorded with the change.", null, true)));
  }

  private static String key(Set<Role> roles) {
    return roles.stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }

  private static Form one(String title, String submit, String label, @Nullable String help) {
    return new Form(title, submit, List.of(paragraph(Forms.REASON, label, help, null, true)));
  }

  private static Field paragraph(
      String id, String label, @Nullable String help, @Nullable String value, boolean required) {
    return new Field(id, label, help, Kind.PARAGRAPH, List.of(), value, required);
  }

  // ---- what becomes of them

  static Submission readRevise(Situation here, FormRef.Revise ref, Map<String, String> values) {
    Optional<Ask> ask = here.workflow().ask(ref.ask());
    if (ask.isEmpty()) {
      return new Submission.Wrong(Map.of(ref.ask(), "There is no such question any more."));
    }
    String typed = values.getOrDefault(ref.ask(), "");
    Input input =
        ask.get().type() instanceof AskType.Decision
            ? new Input.Decision(typed, values.getOrDefault(Forms.REASON, ""))
            : new Input.Text(typed);
    return switch (Reader.read(ask.get(), input)) {
      case Reading.NotUnderstood(var why) -> new Submission.Wrong(Map.of(ref.ask(), why));
      case Reading.Understood(var value) ->
          same(here, ask.get(), value)
              ? new Submission.Wrong(Map.of(ref.ask(), "That is what stands there now."))
              : new Submission.Ready(new Action.Revise(Map.of(ref.ask(), input), ref.seen()));
    };
  }

  private static boolean same(Situation here, Ask ask, Value value) {
    return here.sidecar()
        .answers()
        .to(ask.id())
        .filter(answer -> !answer.stale() && answer.value().equals(value))
        .isPresent();
  }

  /** A form of one field, whose text becomes the action. */
  static Submission readOne(Map<String, String> values, Function<String, Action.ByPerson> action) {
    String text = values.getOrDefault(Forms.REASON, "");
    return text.isBlank()
        ? new Submission.Wrong(Map.of(Forms.REASON, "There is nothing in it."))
        : new Submission.Ready(action.apply(text));
  }

  static Submission readPolicy(FormRef.Policy ref, Map<String, String> values) {
    Map<String, String> errors = new LinkedHashMap<>();
    String approvals = values.getOrDefault(APPROVALS, "").strip();
    if (!approvals.matches("[1-9]|1\\d|20")) {
      errors.put(APPROVALS, "This takes a number from 1 to 20.");
    }
    String reason = values.getOrDefault(Forms.REASON, "");
    if (reason.isBlank()) {
      errors.put(Forms.REASON, "A change of who must sign needs a reason.");
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(Role.values())
        .filter(role -> wordsOf(values.getOrDefault(ROLES, "")).contains(role.name()))
        .forEach(roles::add);
    if (roles.isEmpty()) {
      errors.put(ROLES, "Choose one of these.");
    }
    return errors.isEmpty()
        ? new Submission.Ready(
            new Action.ChangePolicy(
                ref.step(),
                Integer.parseInt(approvals),
                roles,
                YES.equals(values.get(INITIATOR)),
                reason))
        : new Submission.Wrong(errors);
  }

  private static List<String> wordsOf(String key) {
    return Arrays.asList(key.toUpperCase(Locale.ROOT).split("-"));
  }
}
