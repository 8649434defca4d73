package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.Sidecar;
import java.util.List;

/** Short names for the parts of messages, so that the code that words them reads as they do. */
final class Say {

  private Say() {}

  static Span plain(String text) {
    return new Span.Plain(text);
  }

  static Span strong(String text) {
    return new Span.Strong(text);
  }

  static Span mono(String text) {
    return new Span.Mono(text);
  }

  static Span who(Sidecar sidecar, PersonId person) {
    return new Span.Mention(person, "@" + sidecar.nameOf(person));
  }

  static Block line(Span... spans) {
    return new Block.Paragraph(List.of(spans));
  }

  static Block note(Span... spans) {
    return new Block.Note(List.of(spans));
  }

  static Block buttons(Button... buttons) {
    return new Block.Buttons(List.of(buttons));
  }
}
