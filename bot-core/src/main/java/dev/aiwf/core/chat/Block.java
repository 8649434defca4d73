package dev.aiwf.core.chat;

import dev.aiwf.core.people.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a message. */
public sealed interface Block {

  /** A title over what follows. */
  record Heading(String text) implements Block {}

  /** A paragraph. */
  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }
  }

  /** Small print under what matters. */
  record Note(List<Span> spans) implements Block {
    public Note {
      spans = List.copyOf(spans);
    }
  }

  /** A list of points. */
  record Bullets(List<List<Span>> items) implements Block {
    public Bullets {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A table. */
  record Table(List<String> header, List<List<String>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Somebody's own words. */
  record Quote(String text) implements Block {}

  /**
   * What was said in another message, as far as it bears on something; looked up when it is shown.
   *
   * @param message the key of that message
   * @param about the words that tell which part of it is meant
   */
  record Recalled(String message, String about) implements Block {}

  /** Text whose line breaks and spaces count. */
  record Code(String text) implements Block {}

  /** Buttons in one row. */
  record Buttons(List<Button> buttons) implements Block {
    public Buttons {
      buttons = List.copyOf(buttons);
    }
  }

  /** Things to tick. */
  record Checklist(List<Tick> ticks) implements Block {
    public Checklist {
      ticks = List.copyOf(ticks);
    }
  }

  /**
   * One thing to tick.
   *
   * @param text what is to be true
   * @param checked whether somebody vouched for it
   * @param by who did
   * @param button turns it over; none once the gate is decided
   */
  record Tick(String text, boolean checked, @Nullable PersonId by, @Nullable Button button) {}
}
