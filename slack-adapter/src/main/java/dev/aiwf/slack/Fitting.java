package dev.aiwf.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.aiwf.core.rules.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Fits blocks into one message. What can be pressed comes first, for without it nobody gets any
 * further; text takes the room that is left, and what finds none is counted, not dropped in
 * silence.
 */
final class Fitting {

  /** Where all of it is, if nowhere in Slack. */
  static final String CONSOLE = "on the console's page";

  private Fitting() {}

  /** Whether it all fits. */
  static boolean fits(List<Piece> pieces) {
    int weight = pieces.stream().mapToInt(Piece::weight).sum();
    return pieces.size() <= SlackLimits.BLOCKS && weight <= SlackLimits.ALL_BLOCKS;
  }

  /** What fits, and where it does not a line that says where all of it is. */
  static List<LayoutBlock> fit(List<Piece> pieces, String elsewhere) {
    if (fits(pieces)) {
      return pieces.stream().map(Piece::block).toList();
    }
    // One block is kept for the line that says what is missing.
    int blocks = SlackLimits.BLOCKS - 1;
    int room = SlackLimits.ALL_BLOCKS - note(Integer.MAX_VALUE, elsewhere).weight();
    BitSet kept = new BitSet();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.acts() && kept.cardinality() < blocks && piece.weight() <= room) {
        kept.set(i);
        room -= piece.weight();
      }
    }
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!piece.acts()) {
        if (kept.cardinality() >= blocks || piece.weight() > room) {
          break;
        }
        kept.set(i);
        room -= piece.weight();
      }
    }
    return inOrder(pieces, kept, elsewhere);
  }

  private static List<LayoutBlock> inOrder(List<Piece> pieces, BitSet kept, String elsewhere) {
    List<LayoutBlock> shown = new ArrayList<>();
    int missing = 0;
    int gap = -1;
    for (int i = 0; i < pieces.size(); i++) {
      if (kept.get(i)) {
        shown.add(pieces.get(i).block());
      } else {
        gap = gap < 0 ? shown.size() : gap;
        missing += pieces.get(i).lines();
      }
    }
    if (gap >= 0) {
      shown.add(gap, note(missing, elsewhere).block());
    }
    return shown;
  }

  private static Piece note(int lines, String elsewhere) {
    String text =
        "%s did not fit here; all of it is %s."
            .formatted(Words.count(lines, "more line"), elsewhere);
    return Piece.says(
        ContextBlock.builder().elements(List.of(Texts.plain(text, SlackLimits.TEXT))).build(),
        text);
  }
}
