package dev.aiwf.core.talk;

import dev.aiwf.core.port.Architect.Shape;
import dev.aiwf.core.port.Architect.Tool;
import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the architect may use. There is nothing among it that chooses, signs, continues, skips,
 * links or writes a file.
 */
final class Tools {

  static final String ANSWERS = "record_answers";
  static final String DECISION = "propose_decision";
  static final String WARN = "warn";
  static final String DRAFT = "draft_section";
  static final String SHOW = "show";
  static final String OPEN = "open_item";

  /** The section that an analysis is drafted for. */
  static final String ANALYSIS = "analysis";

  /** What can be looked at; what stands at a gate or a menu shows itself. */
  static final List<String> SHOWN =
      List.of(
          "progress",
          "decisions",
          "figures",
          "warnings",
          "findings",
          "recommended",
          "why",
          "artifact");

  /** What is asked of the knowledge base, each with what it is for. */
  static final Map<String, String> KNOWLEDGE = knowledge();

  private static final int LONG = 6_000;
  private static final int LINE = 400;
  private static final int NAME = 200;

  private Tools() {}

  private static Map<String, String> knowledge() {
    Map<String, String> tools = new LinkedHashMap<>();
    tools.put(
        "search_knowledge",
        "Search the knowledge base in words. Ask again in other words where little comes back.");
    tools.put("get_decisions", "Decisions that others met on a topic, with their options.");
    tools.put("get_patterns", "Ways to build something that have proven themselves, by topic.");
    tools.put(
        "get_warnings", "What goes wrong on a topic. Ask this before you recommend anything.");
    tools.put("get_methodologies", "Ways to proceed on a topic, step by step.");
    return tools;
  }

  /** What it may use here. */
  static List<Tool> at(Situation here, boolean knowledge) {
    List<Tool> tools = new ArrayList<>();
    if (knowledge) {
      KNOWLEDGE.forEach((name, purpose) -> tools.add(asking(name, purpose)));
      tools.add(
          new Tool(
              OPEN,
              "Read a knowledge item whole.",
              fields("", need("id", new Shape.Text("The item's id", NAME)))));
    }
    answers(here).ifPresent(tools::add);
    decision(here).ifPresent(tools::add);
    draft(here).ifPresent(tools::add);
    tools.add(
        new Tool(
            WARN,
            "Warn people of a risk they have not seen, in one sentence.",
            fields(
                "",
                need("text", new Shape.Text("What goes wrong, and what to do", LINE)),
                may(
                    "finding",
                    new Shape.Text("The id of the item it rests on, if one does", NAME)))));
    tools.add(
        new Tool(
            SHOW,
            "Show people something in the channel.",
            fields(
                "",
                need("what", new Shape.OneOf("What to show", SHOWN)),
                may(
                    "of",
                    new Shape.Text(
                        "The decision or file that is meant, for why and artifact", NAME)))));
    return tools;
  }

  private static Tool asking(String name, String purpose) {
    String what = name.equals("search_knowledge") ? "query" : "topic";
    return new Tool(name, purpose, fields("", need(what, new Shape.Text("In a few words", NAME))));
  }

  private static Optional<Tool> answers(Situation here) {
    List<String> open =
        here.open().stream()
            .filter(ask -> !(ask.type() instanceof AskType.Decision))
            .map(Ask::id)
            .toList();
    Shape.Fields one =
        fields(
            "An answer",
            need("ask", new Shape.OneOf("The open question", open)),
            need(
                "value",
                new Shape.Text(
                    "The option's key, the number, or the words; lists one to a line", LONG)),
            need("message", new Shape.Text("The message it rests on, such as m12", 20)),
            need(
                "quote",
                new Shape.Text("The words of that message that say it, as they stand", LINE)));
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Tool(
                ANSWERS,
                "Record answers to open questions that people gave in their own words. Only what"
                    + " they said; never what you think or guess. All of a message in one call.",
                fields("", need("answers", new Shape.Many("The answers", one, 20)))));
  }

  private static Optional<Tool> decision(Situation here) {
    List<String> open =
        here.open().stream()
            .filter(ask -> ask.type() instanceof AskType.Decision)
            .map(Ask::id)
            .toList();
    Shape.Fields other =
        fields(
            "Another option",
            need("choice", new Shape.Text("The option's key", NAME)),
            need("cost", new Shape.Text("What it would cost them, in a line", LINE)));
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Tool(
                DECISION,
                "Put a decision before people. They accept, change or reject it; you decide"
                    + " nothing.",
                fields(
                    "",
                    need("decision", new Shape.OneOf("Which decision", open)),
                    need("choice", new Shape.Text("The option's key", NAME)),
                    need(
                        "rationale",
                        new Shape.Text(
                            "Why, from their answers, in two or three sentences", 2_000)),
                    need("otherwise", new Shape.Many("The other options", other, 6)),
                    may(
                        "rests",
                        new Shape.Many(
                            "The ids of items that came back here and that it rests on",
                            new Shape.Text("An id", NAME),
                            6)),
                    may(
                        "own",
                        new Shape.Many(
                            "What of it is your own view and not in the knowledge base",
                            new Shape.Text("A sentence", LINE),
                            4)))));
  }

  private static Optional<Tool> draft(Situation here) {
    List<String> sections =
        new ArrayList<>(here.step().sections().stream().map(Section::id).toList());
    Conversation.Running running = here.sidecar().conversation().running();
    if (running != null && running.about() != null) {
      sections.add(ANALYSIS);
    }
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Tool(
                DRAFT,
                "Draft prose for a section of the files. It is kept only if a person keeps it.",
                fields(
                    "",
                    need("section", new Shape.OneOf("Which section", sections)),
                    need("text", new Shape.Text("Plain paragraphs, no headings", LONG)))));
  }

  private record Part(String name, Shape shape, boolean required) {}

  private static Part need(String name, Shape shape) {
    return new Part(name, shape, true);
  }

  private static Part may(String name, Shape shape) {
    return new Part(name, shape, false);
  }

  private static Shape.Fields fields(String what, Part... parts) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (Part part : parts) {
      shapes.put(part.name(), part.shape());
    }
    return new Shape.Fields(
        what,
        shapes,
        Arrays.stream(parts)
            .filter(Part::required)
            .map(Part::name)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
