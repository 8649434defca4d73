package dev.aiwf.knowledge.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text that was read, and that items rest on.
 *
 * @param url where it can be read; a team's own may have none
 * @param published when, as the text says it
 * @param read the day it was read
 * @param passages what of it was read
 * @param team whether a team added it
 */
public record Source(
    String id,
    String title,
    List<String> authors,
    Type type,
    @Nullable String url,
    @Nullable String published,
    LocalDate read,
    List<String> passages,
    boolean team) {

  /** What sort of text it is. */
  public enum Type {
    BOOK,
    PAPER,
    CASE_STUDY,
    DOCUMENTATION;

    /** The one word for it in files and answers. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Source {
    authors = List.copyOf(authors);
    passages = List.copyOf(passages);
  }
}
