package dev.aiwf.web.pages;

import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.workflow.Depth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What helps at any time and is asked of nobody.
 *
 * @param depth how far the project goes into things
 * @param depths what else that could be; empty where it can't be changed
 * @param brief the way to tell what is known already; none where nothing can be told
 * @param words what can be typed to see something
 */
public record Aids(Depth depth, List<Depth> depths, @Nullable Opening brief, List<Word> words) {

  public Aids {
    depths = List.copyOf(depths);
    words = List.copyOf(words);
  }

  static Aids of(Sidecar sidecar, boolean underWay) {
    return new Aids(
        sidecar.depth(),
        underWay
            ? Arrays.stream(Depth.values()).filter(depth -> depth != sidecar.depth()).toList()
            : List.of(),
        underWay
            ? new Opening(
                sidecar.remarks().brief() == null ? "Give a brief…" : "Give another brief…",
                new FormRef.Brief())
            : null,
        Aside.WORDS.entrySet().stream().flatMap(word -> Word.of(word).stream()).toList());
  }

  /** A word, and what it shows. */
  public record Word(String word, String shows, @Nullable String example) {

    private static List<Word> of(Map.Entry<String, Aside.Word> word) {
      String shows = word.getValue().shows();
      String about = word.getValue().about();
      return shows == null
          ? List.of()
          : List.of(
              new Word(word.getKey(), shows, about == null ? null : word.getKey() + " " + about));
    }
  }
}
