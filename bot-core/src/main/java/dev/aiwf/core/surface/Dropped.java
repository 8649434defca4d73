package dev.aiwf.core.surface;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.rules.Clean;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A file that somebody dropped into a project's thread. It is offered as the project's brief or as
 * a data source, and never assumed to be either.
 *
 * @param id what the platform finds it by
 * @param name what its owner calls it
 * @param size in bytes
 */
public record Dropped(String id, String name, long size) {

  public Dropped {
    name = Clean.line(name);
  }

  /** The longest text that is read. */
  public static final int LARGEST = 256 * 1024;

  private static final int MOST = 3;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_LINE = 120;

  private static final Set<String> TEXTS =
      Set.of("md", "markdown", "txt", "text", "rst", "adoc", "yaml", "yml", "json", "csv");

  /** What else a data source may be; pictures and the like are what people show each other. */
  private static final Set<String> DATA =
      Set.of(
          "pdf", "docx", "odt", "pptx", "xlsx", "xls", "ods", "html", "htm", "xml", "tsv", "jsonl",
          "ndjson", "log", "sql", "parquet", "sqlite", "zip", "gz");

  /** What a file can be to a project. */
  public enum As {
    /** What is known already. */
    BRIEF,
    /** Where its data comes from. */
    SOURCE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<As> of(String key) {
      return Arrays.stream(values()).filter(as -> as.key().equals(key)).findFirst();
    }
  }

  /** What whoever dropped them is asked; nothing if there is no file. */
  public static Optional<Reply> offered(ProjectId project, List<Dropped> all) {
    List<Dropped> fitting = all.stream().filter(Dropped::fits).toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    List<Dropped> files = fitting.stream().limit(MOST).toList();
    List<Reply.Choice> choices = new ArrayList<>();
    for (Dropped file : files) {
      String which = Clean.shortened(file.name(), LONGEST_NAME);
      if (file.isText()) {
        choices.add(file.choice(project, "Use " + which + " as the brief", As.BRIEF));
      }
      choices.add(file.choice(project, which + " is a data source", As.SOURCE));
    }
    return Optional.of(new Reply(Content.of(asked(files, fitting.size())), choices));
  }

  private Reply.Choice choice(ProjectId project, String label, As as) {
    return new Reply.Choice(label, new OwnButton.Use(project, id, as).written());
  }

  private static String asked(List<Dropped> files, int all) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(", ", files.stream().map(Dropped::name).toList()));
    if (all > files.size()) {
      text.append(" and %d more, which are not offered here".formatted(all - files.size()));
    }
    text.append(": nothing was taken from ").append(all == 1 ? "it. " : "them. ");
    if (files.stream().anyMatch(Dropped::isText)) {
      text.append(
          "A text can be read as the project's brief, from which answers are put forward. ");
    }
    text.append(
        "Of a data source its name and size are noted, and the first line of a short text.");
    return text.toString();
  }

  private boolean fits() {
    return isText() || TEXTS.contains(kind()) || DATA.contains(kind());
  }

  /** Whether it is a kind of file that people can read, and short enough. */
  public boolean isText() {
    return size <= LARGEST && TEXTS.contains(kind());
  }

  private String kind() {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Its text; nothing if it is none after all. */
  public static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * What it is taken for; nothing if it can't be that.
   *
   * @param text what it holds; none if it is no text
   */
  public Optional<Action> taken(As as, Optional<String> text) {
    return switch (as) {
      case BRIEF -> text.map(Action.GiveBrief::new);
      case SOURCE -> Optional.of(new Action.NoteSource(described(text)));
    };
  }

  private String described(Optional<String> text) {
    String begins =
        text.flatMap(all -> all.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst())
            .map(line -> ". It begins: " + Clean.shortened(line, LONGEST_LINE))
            .orElse("");
    return "Data source: %s, %s%s".formatted(name, weight(), begins);
  }

  private String weight() {
    return size < 1_024
        ? size + " bytes"
        : size < 1_024 * 1_024
            ? "%,d KB".formatted(size / 1_024)
            : "%,d MB".formatted(size / (1_024 * 1_024));
  }
}
