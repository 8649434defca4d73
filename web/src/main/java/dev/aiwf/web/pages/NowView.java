package dev.aiwf.web.pages;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.rules.Words;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be done now.
 *
 * @param standstill why nothing can be done, if so
 * @param canGoOn whether starting it again helps
 * @param form what is asked
 * @param aside whether that is something else than what the project waits for
 * @param brief what is known already, where it may help with what is asked
 * @param skip the ask that may be left open
 * @param taking what the answers so far speak for
 * @param others how many questions are open beside the one that is shown
 * @param gate what is to be signed
 * @param pending what needs somebody besides
 * @param menu what stands at the end of the step
 * @param canUndo whether there is something to take back
 * @param aids what helps at any time
 */
public record NowView(
    @Nullable String standstill,
    boolean canGoOn,
    @Nullable FormView form,
    boolean aside,
    List<Block> brief,
    @Nullable String skip,
    @Nullable Taking taking,
    int others,
    @Nullable GateForms gate,
    List<Pending> pending,
    MenuForms menu,
    boolean canUndo,
    Aids aids) {

  public NowView {
    brief = List.copyOf(brief);
    pending = List.copyOf(pending);
  }

  private static final String ID = "now";

  static NowView of(Projects.Standing standing, List<Block> brief, Attempt attempt, boolean all) {
    return Situation.of(standing.workflow(), standing.sidecar())
        .filter(Situation::underWay)
        .map(here -> underWay(here, brief, attempt, all))
        .orElseGet(() -> still(standing.sidecar()));
  }

  private static NowView still(Sidecar sidecar) {
    boolean canGoOn = sidecar.status() == Status.STOPPED || sidecar.status() == Status.BLOCKED;
    String why =
        switch (sidecar.status()) {
          case OPENING, IN_PROGRESS -> "The repository is being read. This takes a moment.";
          case BLOCKED -> "The project is blocked: %s".formatted(sidecar.repository().trouble());
          case STOPPED -> "The project was stopped. What was answered is kept.";
          case COMPLETE -> "The project is complete. It stays here to be read.";
        };
    return new NowView(
        why,
        canGoOn,
        null,
        false,
        List.of(),
        null,
        null,
        0,
        null,
        List.of(),
        MenuForms.NONE,
        false,
        Aids.of(sidecar, false));
  }

  private static NowView underWay(Situation here, List<Block> brief, Attempt attempt, boolean all) {
    FormRef ref = shown(here, attempt, all);
    Ask alone = alone(here, ref);
    return new NowView(
        null,
        false,
        ref == null ? null : form(here, ref, attempt.at(ref)).orElse(null),
        !asks(ref),
        asks(ref) ? brief : List.of(),
        alone == null || alone.required() ? null : alone.id(),
        alone == null ? null : taking(here, alone),
        alone == null ? 0 : here.open().size() - 1,
        here.next().isEmpty() ? GateForms.of(here, attempt) : null,
        Pending.all(here),
        MenuForms.of(here),
        here.sidecar().answers().lastChange().isPresent(),
        Aids.of(here.sidecar(), true));
  }

  /** Whether a form is what the project waits for. */
  private static boolean asks(@Nullable FormRef ref) {
    return switch (ref) {
      case FormRef.Asks _, FormRef.Decide _ -> true;
      case FormRef.Sign _,
          FormRef.Revise _,
          FormRef.Acknowledge _,
          FormRef.Brief _,
          FormRef.Consult _,
          FormRef.Note _,
          FormRef.Meet _,
          FormRef.Policy _ ->
          false;
      case null -> false;
    };
  }

  /** What was tried or opened, else what is asked next. A verdict's form stands with its gate. */
  private static @Nullable FormRef shown(Situation here, Attempt attempt, boolean all) {
    if (attempt.ref() != null && !(attempt.ref() instanceof FormRef.Sign)) {
      return attempt.ref();
    }
    if (here.next().isEmpty()) {
      return null;
    }
    Ask next = here.next().get();
    if (all) {
      return new FormRef.Asks(here.open().stream().map(Ask::id).toList());
    }
    return next.type() instanceof AskType.Decision
        ? new FormRef.Decide(next.id(), "")
        : new FormRef.Asks(List.of(next.id()));
  }

  private static @Nullable Ask alone(Situation here, @Nullable FormRef ref) {
    String id =
        switch (ref) {
          case FormRef.Asks(var asks) when asks.size() == 1 -> asks.getFirst();
          case FormRef.Decide(var ask, _) -> ask;
          case FormRef.Asks _,
              FormRef.Sign _,
              FormRef.Revise _,
              FormRef.Acknowledge _,
              FormRef.Brief _,
              FormRef.Consult _,
              FormRef.Note _,
              FormRef.Meet _,
              FormRef.Policy _ ->
              null;
          case null -> null;
        };
    return id == null ? null : here.step().ask(id).orElse(null);
  }

  private static Optional<FormView> form(Situation here, FormRef ref, Attempt attempt) {
    if (ref instanceof FormRef.Decide(var ask, _)) {
      return here.step().ask(ask).map(known -> decision(here, known, ref, attempt));
    }
    return Forms.form(here, ref)
        .map(form ->
            FormView.of(ID, form, FormRefs.hidden(ref, form), attempt.typed(), attempt.errors()));
  }

  /** The option is chosen in the form, so that its reasons can be written beside it. */
  private static FormView decision(Situation here, Ask ask, FormRef ref, Attempt attempt) {
    String chosen = ref instanceof FormRef.Decide(_, var option) ? option : "";
    Form reasons = Forms.form(here, new FormRef.Decide(ask.id(), chosen)).orElseThrow();
    Form form =
        new Form(
            here.step().title(),
            "Decide",
            List.of(
                new Form.Field(
                    FormRefs.OPTION,
                    ask.text(),
                    ask.help(),
                    Form.Kind.CHOICE,
                    ask.type().options(),
                    chosen,
                    true),
                new Form.Field(
                    Forms.REASON,
                    "Why?",
                    "It stands in the decision log.",
                    Form.Kind.PARAGRAPH,
                    List.of(),
                    reasons.fields().getFirst().value(),
                    false)));
    return FormView.of(
        ID,
        form,
        List.of(
            new FormView.Hidden(FormRefs.FORM, "decide"),
            new FormView.Hidden(FormRefs.ASK, ask.id())),
        attempt.typed(),
        attempt.errors());
  }

  private static @Nullable Taking taking(Situation here, Ask ask) {
    return here.recommended(ask)
        .map(r -> new Taking(ask.id(), Words.value(ask, r.value()), r.reason()))
        .orElse(null);
  }

  /** A value that can be taken with one click. */
  public record Taking(String ask, String label, String reason) {}
}
