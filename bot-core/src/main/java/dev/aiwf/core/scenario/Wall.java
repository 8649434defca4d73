package dev.aiwf.core.scenario;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Draft;
import dev.aiwf.core.chat.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in the channel, and every button that ever stood there. */
final class Wall {

  private final Map<String, Drawn> standing = new LinkedHashMap<>();
  private final List<Drawn> ever = new ArrayList<>();

  /**
   * A message as it once stood.
   *
   * @param step where the project was
   */
  private record Drawn(String step, Message message) {
    Content content() {
      return message.content();
    }
  }

  /**
   * A button by the words that people know it by.
   *
   * @param caption the text of the tick that it stands at, or else its label
   * @param ticked whether it stands at a tick that is set
   */
  record Labelled(Button button, String caption, boolean ticked) {

    /** What it is called when it is pressed. */
    String shown() {
      String label =
          button.letter() == null ? button.label() : button.letter() + " " + button.label();
      return caption.equals(button.label()) ? label : label + ": " + caption;
    }

    private boolean called(String name) {
      return caption.equalsIgnoreCase(name) || button.label().equalsIgnoreCase(name);
    }

    private boolean begins(String name) {
      return startsWith(caption, name) || startsWith(button.label(), name);
    }
  }

  /** Draws a message; what stood there before, if it was drawn already. */
  @Nullable Content draw(Draft draft, String step, Instant at) {
    Drawn before = standing.get(draft.key());
    Message first =
        before == null
            ? new Message(standing.size() + 1L, 0, draft.key(), draft.by(), at, draft.content())
            : before.message();
    Drawn drawn =
        new Drawn(
            step,
            new Message(
                first.number(),
                ever.size() + 1L,
                first.key(),
                first.by(),
                first.at(),
                draft.content()));
    standing.put(draft.key(), drawn);
    ever.add(drawn);
    return before == null ? null : before.content();
  }

  /** What was said so far, oldest first. */
  List<Message> messages() {
    return standing.values().stream().map(Drawn::message).toList();
  }

  /** What a message says. */
  Optional<String> words(String key) {
    return Optional.ofNullable(standing.get(key)).map(drawn -> drawn.content().text());
  }

  /** The buttons that stand, those furthest down first. */
  List<Labelled> buttons() {
    return labelled(List.copyOf(standing.values()).reversed());
  }

  /** The ticks that stand at the foot of the channel, from top to bottom. */
  List<Labelled> ticks() {
    return List.copyOf(standing.values()).reversed().stream()
        .map(drawn ->
            drawn.content().blocks().stream()
                .filter(Block.Checklist.class::isInstance)
                .flatMap(Wall::labelled)
                .toList())
        .filter(ticks -> !ticks.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** The button of that name, on what stands or, if a place is named, on what stood there. */
  Optional<Labelled> find(String name, @Nullable String on) {
    List<Labelled> buttons =
        on == null
            ? buttons()
            : labelled(
                ever.reversed().stream()
                    .filter(drawn -> drawn.step().equals(on) || drawn.content().text().contains(on))
                    .toList());
    if (name.length() == 1) {
      // A letter stands for a choice of the menu: C must not reach CONDITIONAL where there is none.
      return first(buttons, known -> name.equalsIgnoreCase(known.button().letter()));
    }
    return first(buttons, known -> known.called(name))
        .or(() -> first(buttons, known -> known.begins(name)));
  }

  private static Optional<Labelled> first(List<Labelled> buttons, Predicate<Labelled> which) {
    return buttons.stream().filter(which).findFirst();
  }

  private static List<Labelled> labelled(List<Drawn> messages) {
    return messages.stream()
        .flatMap(drawn -> drawn.content().blocks().stream())
        .flatMap(Wall::labelled)
        .toList();
  }

  private static Stream<Labelled> labelled(Block block) {
    return switch (block) {
      case Block.Buttons(var buttons) ->
          buttons.stream().map(button -> new Labelled(button, button.label(), false));
      case Block.Checklist(var ticks) -> ticks.stream().flatMap(Wall::labelled);
      case Block.Heading _,
          Block.Paragraph _,
          Block.Note _,
          Block.Bullets _,
          Block.Table _,
          Block.Quote _,
          Block.Recalled _,
          Block.Code _ ->
          Stream.empty();
    };
  }

  private static Stream<Labelled> labelled(Block.Tick tick) {
    Button button = tick.button();
    return button == null
        ? Stream.empty()
        : Stream.of(new Labelled(button, tick.text(), tick.checked()));
  }

  static boolean startsWith(String text, String beginning) {
    return text.regionMatches(true, 0, beginning, 0, beginning.length());
  }
}
