package dev.aiwf.core.scenario;

import dev.aiwf.core.port.Knowledge;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in what is played, besides people.
 *
 * @param model who talks; none where nobody does
 * @param recites makes an architect of what was recorded of one answer, request by request
 * @param knowledge whom steps and the architect ask
 */
public record Cast(
    @Nullable String model,
    Function<List<Reply>, Reciting> recites,
    Optional<Knowledge> knowledge) {

  /** Nobody else. */
  static final Cast NOBODY =
      new Cast(
          null,
          _ -> {
            throw new IllegalStateException("nobody talks here");
          },
          Optional.empty());
}
