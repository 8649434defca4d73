package dev.aiwf.packs;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.scenario.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what somebody in a scenario does. */
final class MoveReader {

  private static final String ALL = "all";
  private static final String RECOMMENDED = "recommended";

  private final Source source;
  private final List<String> people;

  MoveReader(Source source, List<String> people) {
    this.source = source;
    this.people = people;
  }

  /** A move and the line it stands on. */
  record Found(int line, Move move) {}

  /** Words are typed; a map is a move; a list is several. */
  List<Found> read(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> {
        if (scalar.nothing()) {
          source.problem(scalar.line(), "What do they do? Words are typed, a map is a move.");
        }
        yield List.of(new Found(scalar.line(), new Move.Say(scalar.text())));
      }
      case Tree.Sequence(_, var items) -> {
        List<Found> all = new ArrayList<>();
        items.forEach(item -> all.addAll(read(item)));
        yield all;
      }
      case Tree.Mapping map -> move(map).map(move -> new Found(map.line(), move)).stream().toList();
    };
  }

  private Optional<Move> move(Tree.Mapping map) {
    Optional<Tree.Entry> main =
        map.entries().stream().filter(entry -> ScenarioKeys.MOVE.contains(entry.key())).findFirst();
    if (main.isEmpty()) {
      source.problem(
          map.line(),
          "This is no move; there are: %s.".formatted(String.join(", ", ScenarioKeys.MOVE)));
      return Optional.empty();
    }
    String key = main.get().key();
    Set<String> known = ScenarioKeys.union(Set.of(key), beside(key));
    return Fields.of(source, map, "the move \"" + key + "\"", known)
        .flatMap(fields -> move(key, main.get().value(), fields));
  }

  private static Set<String> beside(String key) {
    return switch (key) {
      case "press" -> ScenarioKeys.PRESS;
      case "open" -> ScenarioKeys.OPEN;
      case "start" -> ScenarioKeys.START;
      default -> Set.of();
    };
  }

  private Optional<Move> move(String key, Tree value, Fields fields) {
    return switch (key) {
      case "start" ->
          Optional.of(new Move.Start(fields.text(key), fields.optionalText("repository")));
      case "press" ->
          Optional.of(
              new Move.Press(
                  fields.text(key),
                  fields.optionalText("on"),
                  fields.tree("fill").map(fill -> map("fill", fill)).orElse(Map.of())));
      case "open" -> Optional.of(new Move.Open(fields.text(key), fields.optionalText("on")));
      case "fill" -> Optional.of(new Move.Fill(map(key, value)));
      case "answer" -> Optional.of(new Move.Answer(map(key, value)));
      case "each" -> Optional.of(new Move.Each(map(key, value)));
      case "revise" -> Optional.of(new Move.Revise(map(key, value)));
      case "take" -> only(value, RECOMMENDED, new Move.Take());
      case "stop" -> only(value, "true", new Move.Stop());
      case "tick" ->
          value instanceof Tree.Sequence
              ? Optional.of(
                  new Move.Tick(fields.words(key).stream().map(Tree.Scalar::text).toList()))
              : only(value, ALL, new Move.Tick(List.of()));
      default -> give(value);
    };
  }

  private Map<String, Input> map(String key, Tree tree) {
    return InputReader.map(source, key, tree);
  }

  private Optional<Move> only(Tree value, String word, Move move) {
    if (value instanceof Tree.Scalar scalar && scalar.text().equals(word)) {
      return Optional.of(move);
    }
    source.problem(value.line(), "Here belongs the word %s, not %s.".formatted(word, value.kind()));
    return Optional.empty();
  }

  private Optional<Move> give(Tree value) {
    if (value instanceof Tree.Mapping map
        && map.entries().size() == 1
        && map.entries().getFirst().value() instanceof Tree.Scalar(_, var role, _)
        && people.contains(map.entries().getFirst().key())) {
      for (Role known : Role.values()) {
        if (known.name().equalsIgnoreCase(role)) {
          return Optional.of(new Move.Give(map.entries().getFirst().key(), known));
        }
      }
    }
    source.problem(value.line(), "\"give\" takes somebody and a role, like {data: approver}.");
    return Optional.empty();
  }
}
