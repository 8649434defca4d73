package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.guide.Forms;
import dev.aiwf.core.guide.Submission;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Depth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the forms of a project's page.
 *
 * @param projects what buttons stand for
 * @param standing the project as it stands
 * @param typed what was sent
 */
record Posted(Projects projects, Projects.Standing standing, Typed typed) {

  private static final String DO = "_do";
  private static final Meant GONE =
      new Meant.Gone("That is not asked any more. Nothing changed; below is what stands now.");

  Meant meant() {
    return switch (typed.of(DO)) {
      case "press" -> press();
      case "form" -> form();
      case "say" ->
          typed.of("say").isBlank()
              ? new Meant.Wrong(Map.of("say", "There is nothing in it."))
              : clear(new Action.Say(withoutSlash(typed.of("say"))));
      case "choose" -> clear(new Action.Choose(typed.of("choice"), typed.of("menu")));
      case "check" ->
          clear(new Action.Check(Map.of(typed.of("item"), typed.of("checked").equals("true"))));
      case "skip" -> clear(new Action.Skip(typed.of("ask")));
      case "take" -> clear(new Action.TakeRecommended(List.of(typed.of("ask"))));
      case "depth" -> depth();
      case "undo" -> clear(new Action.Undo(null));
      case "stop" -> clear(new Action.Stop());
      case "again" -> clear(again());
      default -> GONE;
    };
  }

  /** A word that shows something may be typed as a command, as in a chat. */
  private static String withoutSlash(String text) {
    String bare = text.strip();
    String word = bare.replaceFirst("^/", "").split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return bare.startsWith("/") && Aside.WORDS.containsKey(word) ? bare.substring(1) : text;
  }

  private Meant depth() {
    return Arrays.stream(Depth.values())
        .filter(depth -> depth.key().equals(typed.of("depth")))
        .findFirst()
        .map(depth -> clear(new Action.ChangeDepth(depth)))
        .orElse(GONE);
  }

  private Meant press() {
    Optional<Projects.Control> control =
        projects
            .control(typed.of("control"))
            .filter(known -> known.project().equals(standing.sidecar().id()));
    return control.isPresent()
            && control.get().press() instanceof Press.Send(Action.ByPerson action)
        ? clear(action)
        : GONE;
  }

  private Meant form() {
    Optional<FormRef> ref = FormRefs.read(typed);
    Optional<Situation> here = Situation.of(standing.workflow(), standing.sidecar());
    if (ref.isEmpty() || here.isEmpty()) {
      return GONE;
    }
    if (ref.get() instanceof FormRef.Decide(_, var option) && option.isEmpty()) {
      return new Meant.Wrong(Map.of(FormRefs.OPTION, "Choose one."));
    }
    return switch (Forms.read(here.get(), ref.get(), typed.values())) {
      case Submission.Wrong(var errors) -> new Meant.Wrong(errors);
      case Submission.Ready(Action.ByPerson action) -> clear(action);
      case Submission.Ready(Action.ByEffect _) -> GONE;
    };
  }

  /** A project that stands still is started again by its name. */
  private Action.ByPerson again() {
    Sidecar sidecar = standing.sidecar();
    return new Action.Start(
        sidecar.name(), sidecar.workflow(), sidecar.repository().linked(), null, sidecar.depth());
  }

  private static Meant clear(Action.ByPerson action) {
    return new Meant.Clear(action);
  }
}
