package dev.aiwf.discord;

import dev.aiwf.core.guide.Form;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.AskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.ModalTopLevelComponent;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/** A form as one of Discord's modals. */
final class FormModal {

  private static final String LONG =
      "What stands is too long to be shown here. It stays unless something is typed.";

  private FormModal() {}

  /** A page of a form; what was typed before goes before what it would begin with. */
  static Modal of(FormPage page, FormOrigin origin, Map<String, String> typed) {
    List<ModalTopLevelComponent> components = new ArrayList<>();
    String above =
        page.fields().stream()
            .filter(FormModal::isLong)
            .map(FormModal::above)
            .collect(Collectors.joining("\n"));
    if (!above.isEmpty()) {
      components.add(TextDisplay.of(Clean.shortened(above, DiscordLimits.TEXT)));
    }
    page.fields().forEach(field -> components.add(field(field, typed.get(field.id()))));
    String which = page.pages() > 1 ? " (%d/%d)".formatted(page.page(), page.pages()) : "";
    return Modal.create(
            origin.onForm(),
            Clean.shortened(page.form().title(), DiscordLimits.LABEL - which.length()) + which)
        .addComponents(components)
        .build();
  }

  /** Whether more is to be said than there is room for at the field. */
  static boolean isLong(Form.Field field) {
    return field.label().length() > DiscordLimits.LABEL
        || help(field).length() > DiscordLimits.DESCRIPTION
        || isListed(field)
        || isKept(field);
  }

  /** So many options that they are typed, not chosen. */
  private static boolean isListed(Form.Field field) {
    return field.options().size() > DiscordLimits.OPTIONS;
  }

  private static boolean isKept(Form.Field field) {
    return field.value() != null && field.value().length() > DiscordLimits.INPUT;
  }

  private static String help(Form.Field field) {
    return Objects.requireNonNullElse(field.help(), "");
  }

  private static String above(Form.Field field) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + Markup.escaped(field.label()) + "**");
    if (help(field).length() > DiscordLimits.DESCRIPTION) {
      lines.add(Markup.escaped(help(field)));
    }
    if (isListed(field)) {
      lines.add(
          field.options().stream()
              .map(option -> Markup.escaped(option.label()))
              .collect(Collectors.joining(", ")));
    }
    if (isKept(field)) {
      lines.add("-# " + LONG);
    }
    return String.join("\n", lines);
  }

  private static Label field(Form.Field field, @Nullable String typed) {
    String help = help(field);
    return Label.of(
        Clean.shortened(field.label(), DiscordLimits.LABEL),
        help.isEmpty() || help.length() > DiscordLimits.DESCRIPTION ? null : help,
        input(field, typed));
  }

  private static LabelChildComponent input(Form.Field field, @Nullable String typed) {
    String value = typed != null ? typed : isKept(field) ? null : field.value();
    boolean required = field.required() && !isKept(field);
    return switch (field.kind()) {
      // A number field would not let "10k" through, which the guide understands.
      case LINE, NUMBER -> typed(field.id(), TextInputStyle.SHORT, value, required);
      case PARAGRAPH -> typed(field.id(), TextInputStyle.PARAGRAPH, value, required);
      case CHOICE ->
          isListed(field) || field.options().isEmpty()
              ? typed(field.id(), TextInputStyle.SHORT, value, required)
              : chosen(field, value, required);
    };
  }

  static TextInput typed(
      String id, TextInputStyle style, @Nullable String value, boolean required) {
    TextInput.Builder input =
        TextInput.create(id, style).setRequired(required).setMaxLength(DiscordLimits.INPUT);
    if (value != null && !value.isEmpty()) {
      input.setValue(
          style == TextInputStyle.SHORT && value.contains("\n") ? value.replace('\n', ' ') : value);
    }
    return input.build();
  }

  private static StringSelectMenu chosen(
      Form.Field field, @Nullable String value, boolean required) {
    StringSelectMenu.Builder menu =
        StringSelectMenu.create(field.id()).setPlaceholder("Choose…").setRequired(required);
    if (!required) {
      menu.setRequiredRange(0, 1);
    }
    for (AskType.Option option : field.options()) {
      SelectOption shown =
          SelectOption.of(Clean.shortened(option.label(), DiscordLimits.OPTION), option.key());
      String help = option.help();
      menu.addOptions(
          (help == null
                  ? shown
                  : shown.withDescription(Clean.shortened(help, DiscordLimits.OPTION)))
              .withDefault(option.key().equals(value)));
    }
    return menu.build();
  }
}
