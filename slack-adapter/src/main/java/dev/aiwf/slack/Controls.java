package dev.aiwf.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.surface.Pieces;
import dev.aiwf.core.surface.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be pressed. Slack hands back a button's value and the value of the option that was
 * chosen: both are the control's id, and nothing else travels through Slack.
 *
 * @param names what people are called
 */
record Controls(Function<PersonId, String> names) {

  /** A few buttons stand in a row; more of them are a menu. */
  static List<Piece> row(List<Button> buttons) {
    if (buttons.isEmpty()) {
      return List.of();
    }
    if (buttons.size() <= SlackLimits.BUTTONS) {
      List<BlockElement> elements =
          buttons.stream().map(Controls::button).map(BlockElement.class::cast).toList();
      return List.of(actions(elements, buttons));
    }
    List<Piece> menus = new ArrayList<>();
    for (int i = 0; i < buttons.size(); i += SlackLimits.OPTIONS) {
      List<Button> some = buttons.subList(i, Math.min(i + SlackLimits.OPTIONS, buttons.size()));
      menus.add(actions(List.of(menu(some)), some));
    }
    return menus;
  }

  /** aiwf's own buttons: a row, or a menu where they are many. */
  static Piece own(List<Reply.Choice> choices) {
    List<BlockElement> elements = new ArrayList<>();
    if (choices.size() <= SlackLimits.BUTTONS) {
      for (Reply.Choice choice : choices) {
        elements.add(
            ButtonElement.builder()
                .actionId("own:" + elements.size())
                .value(choice.what())
                .text(Texts.plain(choice.label(), SlackLimits.BUTTON))
                .build());
      }
    } else {
      elements.add(
          StaticSelectElement.builder()
              .actionId("own")
              .placeholder(Texts.plain("Choose…", SlackLimits.OPTION))
              .options(
                  choices.stream()
                      .limit(SlackLimits.OPTIONS)
                      .map(choice ->
                          OptionObject.builder()
                              .text(Texts.plain(choice.label(), SlackLimits.OPTION))
                              .value(choice.what())
                              .build())
                      .toList())
              .build());
    }
    return Piece.acts(
        ActionsBlock.builder().elements(elements).build(),
        choices.stream().map(Reply.Choice::label).collect(Collectors.joining(" ")));
  }

  private static Piece actions(List<BlockElement> elements, List<Button> buttons) {
    return Piece.acts(
        ActionsBlock.builder().elements(elements).build(),
        buttons.stream().map(Controls::label).collect(Collectors.joining(" ")));
  }

  private static StaticSelectElement menu(List<Button> buttons) {
    return StaticSelectElement.builder()
        .actionId("choose:" + buttons.getFirst().control())
        .placeholder(Texts.plain("Choose…", SlackLimits.OPTION))
        .options(
            buttons.stream()
                .map(button ->
                    OptionObject.builder()
                        .text(Texts.plain(label(button), SlackLimits.OPTION))
                        .value(button.control())
                        .build())
                .toList())
        .build();
  }

  private static ButtonElement button(Button button) {
    return ButtonElement.builder()
        .actionId("press:" + button.control())
        .value(button.control())
        .text(Texts.plain(label(button), SlackLimits.BUTTON))
        .style(style(button.style()))
        .build();
  }

  private static @Nullable String style(Button.Style style) {
    return switch (style) {
      case PLAIN -> null;
      case PRIMARY -> "primary";
      case DANGER -> "danger";
    };
  }

  private static String label(Button button) {
    return button.letter() == null ? button.label() : button.letter() + " " + button.label();
  }

  /** One thing to tick with its button beside it, so that a thumb finds the right one. */
  List<Piece> tick(Block.Tick tick) {
    PersonId by = tick.by();
    String text =
        (tick.checked() ? "☑ " : "☐ ") + tick.text() + (by == null ? "" : " · " + names.apply(by));
    List<Piece> pieces = new ArrayList<>();
    for (String part : Pieces.of(text, SlackLimits.TEXT)) {
      SectionBlock.SectionBlockBuilder section =
          SectionBlock.builder().text(Texts.plain(part, SlackLimits.TEXT));
      Button button = pieces.isEmpty() ? tick.button() : null;
      pieces.add(
          button == null
              ? Piece.says(section.build(), part)
              : Piece.acts(section.accessory(button(button)).build(), part));
    }
    return pieces;
  }
}
