package dev.aiwf.artifacts.git;

import dev.aiwf.core.project.Repository.Keep;
import dev.aiwf.core.rules.Clean;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/** Two versions of a file brought together, line by line. */
final class Merge {

  private static final int LONGEST_EXCERPT = 400;

  private final byte[] bytes;
  private final boolean collides;
  private final String ours;
  private final String theirs;

  private Merge(byte[] bytes, boolean collides, String ours, String theirs) {
    this.bytes = bytes;
    this.collides = collides;
    this.ours = ours;
    this.theirs = theirs;
  }

  /** What came of it. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether both changed the same lines. */
  boolean collides() {
    return collides;
  }

  /** The beginning of our lines where they collide. */
  String ours() {
    return ours;
  }

  /** The beginning of theirs. */
  String theirs() {
    return theirs;
  }

  /** Where lines collide, one side's are kept; everywhere else both sides' changes are. */
  static Merge of(byte[] base, byte[] ours, byte[] theirs, Keep keep) {
    if (RawText.isBinary(theirs)) {
      return whole(ours, theirs, "This is no text.", keep);
    }
    List<RawText> sides = List.of(new RawText(base), new RawText(ours), new RawText(theirs));
    MergeResult<RawText> result =
        new MergeAlgorithm()
            .merge(RawTextComparator.DEFAULT, sides.get(0), sides.get(1), sides.get(2));
    ByteArrayOutputStream out = new ByteArrayOutputStream(theirs.length);
    ByteArrayOutputStream oursThere = new ByteArrayOutputStream();
    ByteArrayOutputStream theirsThere = new ByteArrayOutputStream();
    for (MergeChunk chunk : result) {
      byte[] lines = lines(sides.get(chunk.getSequenceIndex()), chunk);
      boolean kept =
          switch (chunk.getConflictState()) {
            case NO_CONFLICT -> true;
            case FIRST_CONFLICTING_RANGE -> {
              oursThere.writeBytes(lines);
              yield keep == Keep.OURS;
            }
            case NEXT_CONFLICTING_RANGE -> {
              theirsThere.writeBytes(lines);
              yield keep == Keep.THEIRS;
            }
            case BASE_CONFLICTING_RANGE -> false;
          };
      out.writeBytes(kept ? lines : new byte[0]);
    }
    return new Merge(
        out.toByteArray(),
        result.containsConflicts(),
        excerpt(oursThere.toByteArray()),
        excerpt(theirsThere.toByteArray()));
  }

  /** One side or the other, where nothing can be brought together. */
  static Merge whole(byte[] ours, byte[] theirs, String theirsSaid, Keep keep) {
    return new Merge(keep == Keep.OURS ? ours : theirs, true, excerpt(ours), theirsSaid);
  }

  /** Every line with its end, also the last: what comes after it must not run into it. */
  private static byte[] lines(RawText side, MergeChunk chunk) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = chunk.getBegin(); i < chunk.getEnd(); i++) {
      ByteBuffer line = side.getRawString(i);
      out.write(line.array(), line.arrayOffset() + line.position(), line.remaining());
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static String excerpt(byte[] lines) {
    return Clean.shortened(Clean.lines(new String(lines, StandardCharsets.UTF_8)), LONGEST_EXCERPT);
  }
}
