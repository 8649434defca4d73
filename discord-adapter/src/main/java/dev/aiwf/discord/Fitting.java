package dev.aiwf.discord;

import dev.aiwf.core.chat.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.FileUpload;

/**
 * Fits pieces into one message. What can be pressed comes first, for without it nobody gets any
 * further; text takes the room that is left, and what finds none comes with the message as a file.
 */
final class Fitting {

  private static final String FILE = "all-of-it.md";
  private static final String MORE = "-# This is not all of it; the file below is.";

  private Fitting() {}

  static List<MessageTopLevelComponent> fit(List<Piece> pieces, Content whole) {
    List<MessageTopLevelComponent> all = joined(pieces, everything(pieces.size()), -1);
    if (Piece.weight(pieces) <= DiscordLimits.TEXT
        && count(pieces, all) <= DiscordLimits.COMPONENTS) {
      return all.isEmpty() ? List.of(TextDisplay.of("…")) : all;
    }
    BitSet kept = kept(pieces);
    List<MessageTopLevelComponent> some = joined(pieces, kept, kept.nextClearBit(0));
    some.add(
        FileDisplay.fromFile(
            FileUpload.fromData(whole.text().getBytes(StandardCharsets.UTF_8), FILE)));
    return some;
  }

  private static BitSet everything(int size) {
    BitSet all = new BitSet();
    all.set(0, size);
    return all;
  }

  private static int count(List<Piece> pieces, List<MessageTopLevelComponent> all) {
    return all.size()
        + pieces.stream()
            .filter(piece -> piece.acts() != null)
            .mapToInt(piece -> piece.components() - 1)
            .sum();
  }

  private static BitSet kept(List<Piece> pieces) {
    // The line that says so and the file take two, and each text may stand alone between rows.
    int components = DiscordLimits.COMPONENTS - 2;
    int room = DiscordLimits.TEXT - MORE.length() - 1;
    BitSet kept = new BitSet();
    for (boolean acting : new boolean[] {true, false}) {
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(i);
        int weight = piece.text().length() + 1;
        if ((piece.acts() != null) != acting) {
          continue;
        }
        if (piece.components() > components || weight > room) {
          break;
        }
        kept.set(i);
        components -= piece.components();
        room -= weight;
      }
    }
    return kept;
  }

  /** Texts that follow each other are one component. */
  private static List<MessageTopLevelComponent> joined(List<Piece> pieces, BitSet kept, int gap) {
    List<MessageTopLevelComponent> components = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (i == gap) {
        line(text, MORE);
      }
      if (!kept.get(i)) {
        continue;
      }
      MessageTopLevelComponent acts = piece.acts();
      if (acts == null) {
        line(text, piece.text());
      } else {
        flush(text, components);
        components.add(acts);
      }
    }
    flush(text, components);
    return components;
  }

  private static void line(StringBuilder text, String line) {
    text.append(text.isEmpty() ? "" : "\n").append(line);
  }

  private static void flush(StringBuilder text, List<MessageTopLevelComponent> components) {
    if (!text.isEmpty()) {
      components.add(TextDisplay.of(text.toString()));
      text.setLength(0);
    }
  }
}
