package dev.aiwf.web.api;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Verdict;
import dev.aiwf.web.access.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a command: one verb, and what belongs to it. */
final class Commands {

  private static final Map<String, Verdict> VERDICTS = byKey(Verdict.values(), Verdict::key);

  private static final Map<String, Role> ROLES =
      byKey(Role.values(), role -> role.name().toLowerCase(Locale.ROOT));

  private static final Map<String, Depth> DEPTHS = byKey(Depth.values(), Depth::key);

  private static final Map<String, Repository.Keep> KEEPS =
      byKey(Repository.Keep.values(), keep -> keep.name().toLowerCase(Locale.ROOT));

  private static final Map<String, Verb> VERBS = verbs();

  private Commands() {}

  /** What somebody asks for. */
  static Action.ByPerson read(Fields fields) {
    List<String> named = fields.all().keySet().stream().filter(VERBS::containsKey).toList();
    if (named.isEmpty()) {
      String first = fields.all().keySet().stream().findFirst().orElse(null);
      throw Problem.invalid(
          first, "A command is one of: " + String.join(", ", VERBS.keySet()) + ".");
    }
    if (named.size() > 1) {
      throw fields.problem(
          named.get(1), "A command is one thing; %s stands here already.".formatted(named.get(0)));
    }
    Verb verb = VERBS.get(named.getFirst());
    if (verb == null) {
      throw new IllegalStateException("filtered above: " + named);
    }
    Set<String> known = new LinkedHashSet<>(verb.companions());
    known.add(named.getFirst());
    fields.only(known);
    return verb.reading().apply(fields);
  }

  private static Map<String, Verb> verbs() {
    Map<String, Verb> verbs = new LinkedHashMap<>();
    verbs.put("say", new Verb(Set.of(), f -> new Action.Say(f.text("say"))));
    verbs.put(
        "choose",
        new Verb(Set.of("menu"), f -> new Action.Choose(f.text("choose"), f.text("menu"))));
    verbs.put(
        "answer", new Verb(Set.of(), f -> new Action.Answer(Values.read(f.someOf("answer")))));
    verbs.put("skip", new Verb(Set.of(), f -> new Action.Skip(f.text("skip"))));
    verbs.put("undo", new Verb(Set.of(), Commands::undo));
    verbs.put(
        "take_recommended",
        new Verb(Set.of(), f -> new Action.TakeRecommended(f.texts("take_recommended"))));
    verbs.put(
        "revise",
        new Verb(
            Set.of("seen"),
            f -> new Action.Revise(Values.read(f.someOf("revise")), f.number("seen"))));
    verbs.put("check", new Verb(Set.of(), Commands::check));
    verbs.put("sign", new Verb(Set.of("reason", "conditions", "return_to"), Commands::sign));
    verbs.put(
        "acknowledge",
        new Verb(
            Set.of("mitigation"),
            f -> new Action.Acknowledge(f.text("acknowledge"), f.text("mitigation"))));
    verbs.put("depth", new Verb(Set.of(), f -> new Action.ChangeDepth(f.oneOf("depth", DEPTHS))));
    verbs.put("source", new Verb(Set.of(), f -> new Action.NoteSource(f.text("source"))));
    verbs.put("brief", new Verb(Set.of(), f -> new Action.GiveBrief(f.text("brief"))));
    verbs.put(
        "note",
        new Verb(
            Set.of("on", "method"),
            f -> new Action.Note(f.text("on"), f.textOrNone("method"), f.text("note"))));
    verbs.put(
        "meet",
        new Verb(
            Set.of("step", "how"),
            f -> new Action.Meet(f.text("step"), f.text("meet"), f.text("how"))));
    verbs.put("policy", new Verb(Set.of("reason"), Commands::policy));
    verbs.put("assign", new Verb(Set.of(), Commands::assign));
    verbs.put("link", new Verb(Set.of(), f -> new Action.Link(f.text("link"))));
    verbs.put("consult", new Verb(Set.of(), f -> new Action.Consult(f.text("consult"))));
    verbs.put("read_brief", new Verb(Set.of(), Commands::readBrief));
    verbs.put(
        "take_proposed", new Verb(Set.of(), f -> new Action.TakeProposed(f.text("take_proposed"))));
    verbs.put(
        "leave_proposed",
        new Verb(Set.of(), f -> new Action.LeaveProposed(f.text("leave_proposed"))));
    verbs.put("take_up", new Verb(Set.of(), f -> new Action.TakeUp(f.text("take_up"))));
    verbs.put("begin_anew", new Verb(Set.of(), f -> new Action.BeginAnew(f.text("begin_anew"))));
    verbs.put("resolve", new Verb(Set.of(), Commands::resolve));
    verbs.put(
        "analyse",
        new Verb(Set.of("method"), f -> new Action.Analyse(f.text("analyse"), f.text("method"))));
    verbs.put("stop_talk", new Verb(Set.of(), f -> new Action.StopTalk(f.text("stop_talk"))));
    verbs.put(
        "architect", new Verb(Set.of(), f -> new Action.SwitchArchitect(f.yesOrNo("architect"))));
    verbs.put("join", new Verb(Set.of(), f -> new Action.Join(f.text("join"))));
    verbs.put("let_in", new Verb(Set.of(), f -> new Action.LetIn(f.text("let_in"))));
    verbs.put("keep_out", new Verb(Set.of(), f -> new Action.KeepOut(f.text("keep_out"))));
    verbs.put("stop", new Verb(Set.of(), Commands::stop));
    return verbs;
  }

  private static Action.ByPerson readBrief(Fields fields) {
    fields.yes("read_brief");
    return new Action.ReadBrief();
  }

  private static Action.ByPerson undo(Fields fields) {
    fields.yes("undo");
    return new Action.Undo(null);
  }

  private static Action.ByPerson stop(Fields fields) {
    fields.yes("stop");
    return new Action.Stop();
  }

  private static Action.ByPerson resolve(Fields fields) {
    Fields what = fields.someOf("resolve");
    what.only(Set.of("path", "keep", "theirs"));
    return new Action.Resolve(
        what.text("path"), what.textOrNone("theirs"), what.oneOf("keep", KEEPS));
  }

  private static Action.ByPerson check(Fields fields) {
    Fields items = fields.someOf("check");
    Map<String, Boolean> ticks = new LinkedHashMap<>();
    for (String item : items.all().keySet()) {
      ticks.put(item, items.yesOrNo(item));
    }
    return new Action.Check(ticks);
  }

  private static Action.ByPerson sign(Fields fields) {
    List<String> conditions = List.of();
    if (fields.has("conditions")) {
      boolean one = fields.all().getOrDefault("conditions", fields.object()).isString();
      conditions = one ? List.of(fields.text("conditions")) : fields.texts("conditions");
    }
    return new Action.Sign(
        fields.oneOf("sign", VERDICTS),
        fields.textOrNone("reason"),
        conditions,
        fields.textOrNone("return_to"));
  }

  private static Action.ByPerson assign(Fields fields) {
    Fields inner = fields.object("assign");
    inner.only(Set.of("person", "role"));
    return new Action.Assign(new PersonId(inner.text("person")), inner.oneOf("role", ROLES));
  }

  private static Action.ByPerson policy(Fields fields) {
    Fields inner = fields.object("policy");
    inner.only(Set.of("step", "approvals", "roles", "initiator_counts"));
    return new Action.ChangePolicy(
        inner.text("step"),
        inner.small("approvals"),
        inner.manyOf("roles", ROLES),
        inner.yesOrNo("initiator_counts"),
        fields.text("reason"));
  }

  private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(key, value -> value, (a, _) -> a, LinkedHashMap::new));
  }

  /**
   * One thing that can be asked for.
   *
   * @param companions the fields that may stand beside it
   * @param reading what it means
   */
  private record Verb(Set<String> companions, Function<Fields, Action.ByPerson> reading) {}
}
