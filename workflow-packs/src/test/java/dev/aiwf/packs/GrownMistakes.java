package dev.aiwf.packs;

import static dev.aiwf.packs.Mistake.in;
import static dev.aiwf.packs.PackOnDisk.AGENT;
import static dev.aiwf.packs.PackOnDisk.BACK;
import static dev.aiwf.packs.PackOnDisk.INIT;
import static dev.aiwf.packs.PackOnDisk.METHODS;
import static dev.aiwf.packs.PackOnDisk.RELEASE;
import static dev.aiwf.packs.PackOnDisk.SCOPING;
import static dev.aiwf.packs.PackOnDisk.TEMPLATE;
import static dev.aiwf.packs.PackOnDisk.WORKFLOW;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mistakes in what the two steps do without. */
final class GrownMistakes {

  private GrownMistakes() {}

  static Stream<Mistake> inFormulas() {
    return Stream.of(
        formula("2 * ", "The formula ends where a number, a name or a bracket belongs"),
        formula("2 ) 3", "I don't know what to do with \")\" at character 3"),
        formula("sqrt(example_count)", "There is no \"sqrt(…)\" in formulas"),
        formula("2 * age", "no ask \"age\" in this workflow, and no figure of that name"),
        formula("2 * goal", "\"goal\" can't be reckoned with: it is of type text"),
        formula("use_case", "none of its options has an \"amount\""),
        in(SCOPING, "amount: 4", "amount: four", "amount: four", "\"amount\" takes a number"),
        in(
            SCOPING,
            "  - {id: doubled,",
            "  - {id: hen, title: Hen, formula: egg}\n"
                + "  - {id: egg, title: Egg, formula: hen}\n  - {id: doubled,",
            "id: egg",
            "\"egg\" is worked out from itself"),
        in(
            SCOPING,
            "formula: 2 * example_count",
            "formula: 2 * doubled",
            "id: doubled",
            "\"doubled\" is worked out from itself"));
  }

  private static Mistake formula(String formula, String sentence) {
    return figure("{id: more, title: More, formula: \"%s\"}".formatted(formula), sentence);
  }

  private static Mistake figure(String figure, String sentence) {
    return in(
        SCOPING,
        "  - {id: doubled,",
        "  - %s\n  - {id: doubled,".formatted(figure),
        figure,
        sentence);
  }

  private static Mistake early(String formula, String sentence) {
    return in(
        INIT,
        "opening: Here",
        "figures: [{id: early, title: x, formula: %s}]\nopening: Here".formatted(formula),
        "id: early",
        sentence);
  }

  static Stream<Mistake> inFigures() {
    return Stream.of(
        in(SCOPING, "    title: Cost a month\n", "", "id: monthly_cost", "\"title\" is missing"),
        in(SCOPING, "digits: 2", "digits: 9", "digits: 9", "a whole number from 0 to 6"),
        in(SCOPING, "digits: 2", "decimals: 2", "decimals", "no key \"decimals\" in a figure"),
        in(SCOPING, "assume: {example_count: 200}", "assume: [200]", "[200]", "takes a map of"),
        in(SCOPING, "assume: {ex", "assume: {budget: 1, ex", "budget: 1", "does not stand in the"),
        in(SCOPING, "{example_count: 200}", "{example_count: few}", "few}", "takes a number"),
        figure("{id: budget, title: x, formula: 1}", "There is an ask \"budget\" already"),
        figure("{id: figures, title: x, formula: 1}", "No figure can be called \"figures\""),
        early("budget", "\"budget\" is asked too late for this: it stands in a later step"),
        early("doubled", "\"doubled\" is worked out too late for this"),
        in(
            SCOPING,
            "{doubled: {at_least: 9}}",
            "{doubled: {is: 9}}",
            "{is: 9}",
            "\"doubled\" is a figure: say at_least"),
        in(SCOPING, "figure: monthly_cost", "figure: dear", "figure: dear", "no figure \"dear\""),
        in(
            SCOPING,
            "figure: monthly_cost",
            "figure: budget",
            "figure: budget",
            "\"budget\" is an ask; name a figure here"),
        in(
            SCOPING,
            "figure: monthly_cost",
            "value: 3, figure: monthly_cost",
            "value: 3",
            "\"value\" or \"figure\", not both"),
        in(
            SCOPING,
            "value: rag-only",
            "figure: doubled",
            "figure: doubled",
            "A figure can be recommended for a number only"),
        in(
            SCOPING,
            "rests_on: [use_case,",
            "rests_on: [doubled, use_case,",
            "[doubled",
            "\"doubled\" is a figure; name the asks"),
        in(TEMPLATE, "{{goal}}", "{{doubled.label}}", "doubled.label", "called \"doubled.label\""));
  }

  static Stream<Mistake> inWarnings() {
    return Stream.of(
        in(SCOPING, "kind: risk", "kind: hint", "kind: hint", "there are: contradiction, risk"),
        in(SCOPING, "    change: [model, budget]\n", "", "id: too-dear", "A contradiction needs"),
        in(SCOPING, "[model, budget]", "[model, age]", "[model, age]", "no ask \"age\""),
        in(SCOPING, "[model, budget]", "[doubled]", "[doubled]", "\"doubled\" is a figure"),
        in(SCOPING, "and {budget} are", "and {age} are", "{age}", "There is no ask \"age\""),
        in(SCOPING, "and {budget} are", "and {my age} are", "{my age}", "not \"my age\""),
        in(SCOPING, "- {id: few,", "- {id: too-dear,", "- {id: too-dear", "There is a warning"),
        in(
            SCOPING,
            "kind: risk, when: {not: {doubled: {at_least: 9}}},",
            "kind: risk,",
            "kind: risk",
            "\"when\" is missing in a warning"),
        in(SCOPING, "title: Few,", "title: Few, note: x,", "note", "no key \"note\" in a warning"),
        in(
            SCOPING,
            "  - {id: context,",
            "  - {id: context, title: A, what: b}\n  - {id: context,",
            "title: The context",
            "There is a section \"context\" already"),
        in(
            SCOPING,
            "title: The context, ",
            "",
            "- {id: context",
            "\"title\" is missing in a section"));
  }

  static Stream<Mistake> inPoints() {
    return Stream.of(
        in(SCOPING, "for: rag-only", "for: rag", "for: rag", "which is none of the options"),
        in(SCOPING, "for: large", "to: large", "to: large", "no key \"to\" in a point"),
        in(SCOPING, "weight: 2", "weight: 0", "weight: 0", "a whole number from 1"),
        in(SCOPING, "\"{doubled} ex", "\"{double} ex", "{double}", "There is no ask \"double\""),
        in(SCOPING, "costs {monthly_cost}", "costs {cost}", "{cost}", "There is no ask \"cost\""),
        in(
            SCOPING,
            "    ask: How much may it cost?\n",
            "    ask: How much may it cost?\n    points: []\n",
            "points: []",
            "An ask of type number has no \"points\""));
  }

  static Stream<Mistake> inConditionsOfAsks() {
    return Stream.of(
        when("{budget: {at_least: 1}}", "whether \"model\" is put follows from the asks before it"),
        when("{model: {is: small}}", "\"model\" is asked too late for this"),
        when("{monthly_cost: {at_least: 1}}", "\"monthly_cost\" is worked out too late for this"),
        when("{architecture: {is: hybrid}}", "\"architecture\" is asked too late for this"),
        when("{age: {at_least: 1}}", "There is no ask \"age\""),
        when("always", "A condition is a map"));
  }

  private static Mistake when(String condition, String sentence) {
    return in(
        SCOPING,
        "when: {use_case: {in: [knowledge-qa, assistant]}}",
        "when: " + condition,
        "    when: " + condition,
        sentence);
  }

  static Stream<Mistake> inGrounds() {
    return Stream.of(
        in(
            SCOPING,
            "{is: knowledge-qa}, doubled: {at_least: 10}}",
            "{is: knowledge-qa}, monthly_cost: {at_least: 10}}",
            "monthly_cost: {at_least: 10}",
            "This looks at \"model\" by way of \"monthly_cost\""),
        in(
            SCOPING,
            "    number: arch-001\n",
            "    number: arch-001\n    when: {goal: {is: x}}\n",
            "    when: {goal: {is: x}}",
            "This looks at \"goal\", which is missing in \"rests_on\""),
        in(
            SCOPING,
            "- when: {use_case: {is: knowledge-qa}}\n",
            "- when: {budget: {at_least: 3}}\n",
            "- when: {budget",
            "This looks at \"budget\", which is missing in \"rests_on\""));
  }

  static Stream<Mistake> ofSize() {
    return Stream.of(
        in(
            SCOPING,
            "asks:\n",
            "asks:\n" + asks(7),
            "- id: architecture",
            "the first decision is among the first 12 asks"),
        in(
            SCOPING,
            "asks:\n",
            "asks:\n" + asks(12),
            "- id: goal",
            "the first decision is among the first 12 asks"),
        in(
            SCOPING,
            "agent: architect\n",
            asks(31) + "agent: architect\n",
            "id: more_29",
            "35 asks at quick depth at most"),
        in(
            SCOPING,
            "agent: architect\n",
            asks(500).replace("required", "from: thorough, required") + "agent: architect\n",
            "id: more_494",
            "500 asks at most"));
  }

  private static String asks(int count) {
    return IntStream.range(0, count)
        .mapToObj("  - {id: more_%d, type: text, ask: More?, required: false}\n"::formatted)
        .collect(Collectors.joining());
  }

  static Stream<Mistake> onTheWay() {
    return Stream.of(
        in(
            INIT,
            "opening: Here",
            "asks: [{id: why, type: text, ask: Why?, required: false}]\nopening: Here",
            "asks:",
            "A step without a menu passes by itself and asks nothing"),
        in(
            RELEASE,
            "menu: [progress, decisions, gate, continue]\n",
            "",
            "id: release",
            "last step"),
        in(
            SCOPING,
            "decisions, continue]",
            "decisions, exit]",
            "menu:",
            "Nobody gets past this menu"),
        in(INIT, "opening: Here", "menu: [stay]\nopening: Here", "[stay]", "offers \"stay\""),
        in(INIT, "tool: search_knowledge", "tool: google", "google", "There is no tool \"google\""),
        in(INIT, ", topic: how projects begin", "", "- {tool", "\"topic\" is missing in a consult"),
        in(RELEASE, "locked: true", "locked: tight", "locked", "takes true or false"),
        in(WORKFLOW, "24h", "1.5h", "1.5h", "lengths of time like 30m, 24h or 3d, not \"1.5h\""),
        in(WORKFLOW, "[Somebody wants it]", "Somebody", "entry:", "\"entry\" takes a list"));
  }

  static Stream<Mistake> inResume() {
    String gate = "gate: ready-to-build\nopening: This";
    return Stream.of(
        in(WORKFLOW, "resume: back", "resume: bak", "resume: bak", "has the id \"bak\""),
        in(WORKFLOW, "[init,", "[init, back,", "resume: back", "stands in \"steps\" as well"),
        in(BACK, "opening: This", "asks: []\nopening: This", "asks: []", "has no \"asks\""),
        in(BACK, "opening: This", gate, "gate: ready", "has no \"gate\""),
        in(BACK, "opening: This", "locked: true\nopening: This", "locked", "has no \"locked\""),
        in(BACK, "decisions, continue]", "exit]", "menu:", "needs continue on a menu"),
        in(BACK, "menu: [review, decisions, continue]\n", "", "id: back", "needs continue"),
        in(BACK, "phase: 0", "phase: 7", "phase: 7", "There is no phase 7"));
  }

  static Stream<Mistake> inAgents() {
    return Stream.of(
        in(SCOPING, "agent: architect", "agent: poet", "agent: poet", "has the id \"poet\""),
        in(SCOPING, "agent: architect\n", "", AGENT, "id: architect", "No step has the agent"),
        in(AGENT, "id: architect", "id: builder", "id: builder", "the file is called architect.md"),
        in(AGENT, "title: Architect\n", "", "id: architect", "\"title\" is missing in an agent"),
        in(AGENT, "title: Arch", "voice: x\ntitle: Arch", "voice", "no key \"voice\" in an agent"),
        in(AGENT, "Draws before talking.\n", "", "id: architect", "There is no persona"),
        in(AGENT, "---\nid", "id", "id: architect", "An agent begins with a line of ---"));
  }

  static Stream<Mistake> inMethods() {
    return Stream.of(
        in(METHODS, "fits: [architecture]", "fits: [budget]", "fits", "\"budget\" is no decision"),
        in(METHODS, "fits: [architecture]", "fits: [age]", "fits", "There is no ask \"age\""),
        in(METHODS, "id: five-whys", "id: premortem", "- {id", "a method \"premortem\" already"),
        in(METHODS, "[Why?]", "[]", "questions: []", "A method needs a question"),
        in(
            METHODS,
            "  title: Premortem\n",
            "",
            "id: premortem",
            "\"title\" is missing in a method"),
        in(
            METHODS,
            "title: Five",
            "steps: x, title: Five",
            "steps",
            "no key \"steps\" in a method"));
  }

  static Stream<Mistake> inWrites() {
    return Stream.of(
        in(SCOPING, "from: standard", "from: deep", "from: deep", "quick, standard, thorough"),
        in(
            SCOPING,
            "when: {goal: {is: x}}}\n",
            "when: {age: {is: x}}}\n",
            "{age",
            "no ask \"age\""),
        in(
            RELEASE,
            "skip_when: {architecture: {is: hybrid}}\nskip_reason: nobody waits\n",
            "",
            "skip_writes",
            "\"skip_writes\" is given without \"skip_when\""),
        in(
            RELEASE,
            "to: skipped.md",
            "to: skipped.md, lines: 60",
            "lines: 60",
            "no key \"lines\" in a write of a skipped step"),
        in(RELEASE, "to: skipped.md", "to: skipped.txt", "skipped.txt", "neither Markdown"));
  }
}
