package dev.aiwf.discord;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.surface.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * What can be pressed. Discord hands back a component's id and the value that was chosen: both are
 * the control's id, and nothing else travels through Discord.
 *
 * @param names what people are called
 */
record Controls(Function<PersonId, String> names) {

  /** What a menu is called: what counts is the value that was chosen in it. */
  static final String CHOOSE = "choose:";

  /** Ticks with a button each, before a menu of them takes less room. */
  private static final int TICKS = 8;

  /** A few buttons stand in a row; more of them are a menu. */
  static List<Piece> row(List<Button> buttons) {
    if (buttons.isEmpty()) {
      return List.of();
    }
    if (buttons.size() <= DiscordLimits.BUTTONS) {
      return List.of(
          Piece.acts(
              ActionRow.of(buttons.stream().map(Controls::button).toList()), buttons.size() + 1));
    }
    return menus(
        buttons.stream().map(each -> option(label(each), each.control())).toList(),
        buttons.getFirst().control());
  }

  /** aiwf's own buttons: a row, or a menu where they are many. */
  static Piece own(List<Reply.Choice> choices) {
    return choices.size() <= DiscordLimits.BUTTONS
        ? Piece.acts(
            ActionRow.of(
                choices.stream()
                    .map(each ->
                        net.dv8tion.jda.api.components.buttons.Button.secondary(
                            each.what(), Clean.shortened(each.label(), DiscordLimits.BUTTON)))
                    .toList()),
            choices.size() + 1)
        : menus(
                choices.stream()
                    .limit(DiscordLimits.OPTIONS)
                    .map(each -> option(each.label(), each.what()))
                    .toList(),
                "own")
            .getFirst();
  }

  private static List<Piece> menus(List<SelectOption> options, String name) {
    List<Piece> menus = new ArrayList<>();
    for (int i = 0; i < options.size(); i += DiscordLimits.OPTIONS) {
      int to = Math.min(i + DiscordLimits.OPTIONS, options.size());
      StringSelectMenu menu =
          StringSelectMenu.create(CHOOSE + i + ":" + name)
              .setPlaceholder("Choose…")
              .addOptions(options.subList(i, to))
              .build();
      menus.add(Piece.acts(ActionRow.of(menu), 2));
    }
    return menus;
  }

  private static SelectOption option(String label, String value) {
    return SelectOption.of(Clean.shortened(label, DiscordLimits.OPTION), value);
  }

  private static net.dv8tion.jda.api.components.buttons.Button button(Button button) {
    return net.dv8tion.jda.api.components.buttons.Button.of(
        style(button.style()),
        button.control(),
        Clean.shortened(label(button), DiscordLimits.BUTTON));
  }

  private static ButtonStyle style(Button.Style style) {
    return switch (style) {
      case PLAIN -> ButtonStyle.SECONDARY;
      case PRIMARY -> ButtonStyle.PRIMARY;
      case DANGER -> ButtonStyle.DANGER;
    };
  }

  private static String label(Button button) {
    return button.letter() == null ? button.label() : button.letter() + " " + button.label();
  }

  /** Things to tick, each with its button beside it; where they are many, with a menu below. */
  List<Piece> ticks(List<Block.Tick> ticks) {
    List<Button> buttons =
        ticks.stream().flatMap(tick -> Stream.ofNullable(tick.button())).toList();
    List<Piece> pieces = new ArrayList<>();
    for (Block.Tick tick : ticks) {
      Button button = tick.button();
      String text = text(tick);
      pieces.add(
          button == null || buttons.size() > TICKS
              ? Piece.says(text)
              : Piece.beside(text, Section.of(button(button), TextDisplay.of(text))));
    }
    if (buttons.size() > TICKS) {
      List<SelectOption> options =
          ticks.stream()
              .flatMap(tick ->
                  Stream.ofNullable(tick.button())
                      .map(button -> option(box(tick) + tick.text(), button.control())))
              .toList();
      pieces.addAll(menus(options, buttons.getFirst().control()));
    }
    return pieces;
  }

  private static String box(Block.Tick tick) {
    return tick.checked() ? "☑ " : "☐ ";
  }

  private String text(Block.Tick tick) {
    PersonId by = tick.by();
    return box(tick)
        + Markup.escaped(Clean.shortened(tick.text(), DiscordLimits.PART))
        + (by == null ? "" : " · " + Markup.escaped(names.apply(by)));
  }
}
