package dev.aiwf.artifacts.render;

import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Projects in which anything was chosen and much was left open; the same seed gives the same. */
final class Shapes {

  private static final List<BigDecimal> NUMBERS =
      List.of(
          BigDecimal.ZERO,
          new BigDecimal("0.25"),
          BigDecimal.ONE,
          BigDecimal.TEN,
          new BigDecimal("4000"),
          new BigDecimal("12000000"));

  private static final List<Depth> DEPTHS = List.of(Depth.values());

  private final Random random;

  private Shapes(long seed) {
    this.random = new Random(seed);
  }

  static List<File> files(long seed) {
    Shapes shapes = new Shapes(seed);
    Depth depth = DEPTHS.get(shapes.random.nextInt(DEPTHS.size()));
    Projects.Standing end =
        new Runs("Bot " + seed, shapes::answer, shapes::left, _ -> "", shapes.random.nextBoolean())
            .play(depth);
    return new MustacheRenderer().render(end.workflow(), end.sidecar());
  }

  private boolean left(Ask ask) {
    return !ask.required();
  }

  private @Nullable Input answer(Ask ask) {
    if (!ask.required() && random.nextInt(3) == 0) {
      return null;
    }
    return switch (ask.type()) {
      case AskType.Text _ -> new Input.Text("Some words");
      case AskType.Number number -> new Input.Text(number(number).toPlainString());
      case AskType.Choice choice -> new Input.Text(option(choice));
      case AskType.Decision decision -> new Input.Decision(option(decision), "A reason");
      case AskType.Items _ -> new Input.Items(List.of("First", "Second"));
      case AskType.Table table ->
          new Input.Rows(
              List.of(
                  table.columns().stream()
                      .collect(Collectors.toMap(Function.identity(), column -> "a " + column))));
    };
  }

  private String option(AskType type) {
    return type.options().get(random.nextInt(type.options().size())).key();
  }

  private BigDecimal number(AskType.Number type) {
    BigDecimal any = NUMBERS.get(random.nextInt(NUMBERS.size()));
    BigDecimal least = type.min() == null ? any : any.max(type.min());
    return type.max() == null ? least : least.min(type.max());
  }
}
