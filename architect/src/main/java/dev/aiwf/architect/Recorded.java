package dev.aiwf.architect;

import dev.aiwf.core.scenario.Reciting;
import dev.aiwf.core.scenario.Recording;
import dev.aiwf.core.scenario.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Architects whose models answer what they once answered, without a network: what they say takes
 * the same way as what a provider sends, and no pause between tries is waited for.
 */
public final class Recorded {

  private Recorded() {}

  /** Who says what was recorded of one answer. */
  public static Function<List<Reply>, Reciting> of(
      Recording recording, InstantSource clock, RandomGenerator random) {
    World world = new World(clock, random, _ -> {});
    return replies -> new RecordedArchitect(world, replies, model -> voices(recording, model));
  }

  private static List<Voice> voices(Recording recording, RecordedModel model) {
    Optional<Price> price =
        Optional.ofNullable(recording.price()).map(each -> new Price(each.read(), each.written()));
    return Stream.concat(Stream.of(recording.model()), Stream.ofNullable(recording.second()))
        .map(name -> new Voice(name, model, price))
        .toList();
  }
}
