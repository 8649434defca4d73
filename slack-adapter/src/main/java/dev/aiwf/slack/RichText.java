package dev.aiwf.slack;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import java.util.List;
import java.util.Locale;

/**
 * Text as rich text elements. They carry their words literally, each with its style beside it, so
 * that there is no markup to escape from: this is why no message of ours is written in Slack's own
 * markup.
 *
 * @param team the workspace, whose people can be mentioned
 */
record RichText(String team) {

  static RichTextBlock block(BlockElement element) {
    return RichTextBlock.builder().elements(List.of(element)).build();
  }

  static RichTextSectionElement section(List<RichTextElement> elements) {
    return RichTextSectionElement.builder().elements(elements).build();
  }

  static RichTextElement plain(String text) {
    return RichTextSectionElement.Text.builder().text(text).build();
  }

  List<RichTextElement> elements(List<Span> spans) {
    return spans.stream().filter(span -> !span.text().isEmpty()).map(this::element).toList();
  }

  private RichTextElement element(Span span) {
    return switch (span) {
      case Span.Plain(var text) -> plain(text);
      case Span.Strong(var text) ->
          RichTextSectionElement.Text.builder()
              .text(text)
              .style(RichTextSectionElement.TextStyle.builder().bold(true).build())
              .build();
      case Span.Mono(var text) ->
          RichTextSectionElement.Text.builder()
              .text(text)
              .style(RichTextSectionElement.TextStyle.builder().code(true).build())
              .build();
      case Span.Link(var text, var address) ->
          // Slack rejects a whole message for one address that it does not take.
          address.toLowerCase(Locale.ROOT).matches("https?://[^\\s]+")
              ? RichTextSectionElement.Link.builder().text(text).url(address).build()
              : plain(text);
      case Span.Mention(var person, var text) -> mention(person, text);
    };
  }

  private RichTextElement mention(PersonId person, String text) {
    String here = SlackChannel.SURFACE + ":" + team + ":";
    // An id of any other shape would make Slack reject the whole message.
    return person.value().startsWith(here)
            && person.value().substring(here.length()).matches("[UW][A-Z0-9]{1,30}")
        ? RichTextSectionElement.User.builder()
            .userId(person.value().substring(here.length()))
            .build()
        : plain(text);
  }
}
