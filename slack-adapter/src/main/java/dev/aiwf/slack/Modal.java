package dev.aiwf.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.aiwf.core.guide.Form;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.surface.Pieces;
import dev.aiwf.core.workflow.AskType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form as one of Slack's modals. */
final class Modal {

  /** What each field's value stands under, in the block that is named by the field. */
  static final String VALUE = "value";

  private static final String LONG =
      "What stands is too long to be shown here. It stays unless something is typed.";

  private Modal() {}

  static View view(Form form, FormOrigin origin) {
    return framed("form", origin.written(), form.title(), form.submit(), blocks(form));
  }

  /** A modal with what every one has. */
  static View framed(
      String callback, String metadata, String title, String submit, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(callback)
        .privateMetadata(metadata)
        .title(
            ViewTitle.builder()
                .type("plain_text")
                .text(Clean.shortened(title, SlackLimits.MODAL_TITLE))
                .emoji(false)
                .build())
        .submit(
            ViewSubmit.builder()
                .type("plain_text")
                .text(Clean.shortened(submit, SlackLimits.MODAL_TITLE))
                .emoji(false)
                .build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").emoji(false).build())
        .blocks(blocks)
        .build();
  }

  private static List<LayoutBlock> blocks(Form form) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (form.title().length() > SlackLimits.MODAL_TITLE) {
      blocks.add(HeaderBlock.builder().text(Texts.plain(form.title(), SlackLimits.HEADER)).build());
    }
    List<List<LayoutBlock>> fields = form.fields().stream().map(Modal::field).toList();
    boolean all =
        blocks.size() + fields.stream().mapToInt(List::size).sum() <= SlackLimits.MODAL_BLOCKS;
    for (List<LayoutBlock> field : fields) {
      if (!all && blocks.size() + field.size() >= SlackLimits.MODAL_BLOCKS) {
        blocks.add(small("There is more to fill in. Send these, then open the form again."));
        break;
      }
      blocks.addAll(field);
    }
    return blocks;
  }

  private static List<LayoutBlock> field(Form.Field field) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String help = field.help();
    boolean below = help != null && help.length() <= SlackLimits.HINT;
    if (field.label().length() > SlackLimits.INPUT_LABEL) {
      above(field.label(), blocks);
    }
    if (help != null && !below) {
      above(help, blocks);
    }
    String value = field.value();
    boolean kept = value != null && value.length() > SlackLimits.INPUT;
    if (kept) {
      blocks.add(small(LONG));
    }
    InputBlock.InputBlockBuilder input =
        InputBlock.builder()
            .blockId(field.id())
            .label(Texts.plain(field.label(), SlackLimits.INPUT_LABEL))
            .optional(!field.required() || kept)
            .element(element(field, kept ? null : value));
    if (help != null && below) {
      input.hint(Texts.plain(help, SlackLimits.HINT));
    }
    blocks.add(input.build());
    return blocks;
  }

  private static void above(String text, List<LayoutBlock> blocks) {
    Pieces.of(text, SlackLimits.TEXT)
        .forEach(part ->
            blocks.add(SectionBlock.builder().text(Texts.plain(part, SlackLimits.TEXT)).build()));
  }

  private static LayoutBlock small(String text) {
    return ContextBlock.builder().elements(List.of(Texts.plain(text, SlackLimits.TEXT))).build();
  }

  private static BlockElement element(Form.Field field, @Nullable String value) {
    return switch (field.kind()) {
      // Slack's own number input would not let "10k" through, which the guide understands.
      case LINE, NUMBER -> typed(value, false);
      case PARAGRAPH -> typed(value, true);
      case CHOICE -> chosen(field, value);
    };
  }

  private static PlainTextInputElement typed(@Nullable String value, boolean lines) {
    return PlainTextInputElement.builder()
        .actionId(VALUE)
        .multiline(lines)
        .initialValue(value)
        .maxLength(SlackLimits.INPUT)
        .build();
  }

  private static StaticSelectElement chosen(Form.Field field, @Nullable String value) {
    List<OptionObject> options =
        field.options().stream().limit(SlackLimits.OPTIONS).map(Modal::option).toList();
    return StaticSelectElement.builder()
        .actionId(VALUE)
        .placeholder(Texts.plain("Choose…", SlackLimits.OPTION))
        .options(options)
        .initialOption(
            options.stream()
                .filter(option -> option.getValue().equals(value))
                .findFirst()
                .orElse(null))
        .build();
  }

  private static OptionObject option(AskType.Option option) {
    String help = option.help();
    return OptionObject.builder()
        .text(Texts.plain(option.label(), SlackLimits.OPTION))
        .description(help == null ? null : Texts.plain(help, SlackLimits.OPTION))
        .value(option.key())
        .build();
  }
}
