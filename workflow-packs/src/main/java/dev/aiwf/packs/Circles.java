package dev.aiwf.packs;

import dev.aiwf.core.workflow.AskType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds decisions and figures that follow from themselves by way of others. */
final class Circles {

  private record Node(String id, Source source, int line, String sentence) {}

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Collection<String>> grounds = new LinkedHashMap<>();

  private Circles(List<StepFile> steps) {
    for (StepFile step : steps) {
      for (AskReader.Found found : step.asks()) {
        if (found.ask().type() instanceof AskType.Decision decision) {
          add(
              new Node(
                  found.ask().id(),
                  step.source(),
                  found.line(),
                  "\"%s\" rests on itself, by way of what it rests on."),
              decision.restsOn());
        }
      }
      for (FigureReader.Found found : step.figures()) {
        add(
            new Node(
                found.figure().id(),
                step.source(),
                found.line(),
                "\"%s\" is worked out from itself, by way of what stands in its formula."),
            found.figure().formula().names());
      }
    }
  }

  private void add(Node node, Collection<String> restsOn) {
    nodes.add(node);
    grounds.put(node.id(), restsOn);
  }

  static void check(List<StepFile> steps) {
    Circles circles = new Circles(steps);
    for (Node node : circles.nodes) {
      if (circles.reaches(node.id(), node.id(), new HashSet<>())) {
        node.source().problem(node.line(), node.sentence().formatted(node.id()));
      }
    }
  }

  private boolean reaches(String from, String target, Set<String> seen) {
    for (String ground : grounds.getOrDefault(from, List.of())) {
      if (ground.equals(target) || (seen.add(ground) && reaches(ground, target, seen))) {
        return true;
      }
    }
    return false;
  }
}
