package dev.aiwf.core.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the little Markdown that a model may write. Whatever is not in this small dialect, HTML and
 * images above all, stays plain words; a link is one only where its address is known, so that
 * nothing can be carried away by a preview.
 */
public final class Markdown {

  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.+?)\\s*#*");
  private static final Pattern ITEM = Pattern.compile("\\s{0,8}(?:[-*+]|\\d{1,3}[.)])\\s+(.+)");
  private static final Pattern RULE = Pattern.compile("\\s*\\|?\\s*:?-{2,}[-|:\\s]*");
  private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");
  private static final Pattern INLINE =
      Pattern.compile(
          // Most letters are passed over by what comes first.
          "(?=[*`!\\[])(?:\\*\\*(?<strong>[^*\\n]{1,400})\\*\\*"
              // Not the stars of a product, as in 2*3*4.
              + "|(?<![\\w*])\\*(?<stressed>[^*\\s][^*\\n]{0,400})(?<!\\s)\\*(?![\\w*])"
              + "|`(?<mono>[^`\\n]{1,400})`"
              + "|(?<image>!?)\\[(?<text>[^\\]\\n]{1,400})]\\((?<address>[^)\\s]{1,2000})\\))");

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> paragraph = new ArrayList<>();
  private final List<List<Span>> items = new ArrayList<>();
  private final List<String> quote = new ArrayList<>();
  private final Predicate<String> known;

  private Markdown(Predicate<String> known) {
    this.known = known;
  }

  /**
   * What a text says.
   *
   * @param known the addresses that may be led to
   */
  public static Content read(String text, Predicate<String> known) {
    Markdown reading = new Markdown(known);
    reading.lines(text.lines().toList());
    return new Content(reading.blocks);
  }

  private void lines(List<String> lines) {
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (FENCE.matcher(line).matches()) {
        at = code(lines, at);
      } else if (isTable(lines, at)) {
        at = table(lines, at);
      } else {
        line(line);
        at++;
      }
    }
    end();
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      end();
    } else if (heading.matches()) {
      end();
      blocks.add(new Block.Heading(bare(heading.group(1))));
    } else if (item.matches()) {
      endParagraph();
      items.add(spans(item.group(1)));
    } else if (line.startsWith(">")) {
      endParagraph();
      quote.add(line.substring(1).strip());
    } else if (!items.isEmpty() && line.startsWith("  ")) {
      List<Span> longer = new ArrayList<>(items.removeLast());
      longer.add(new Span.Plain(" "));
      longer.addAll(spans(line.strip()));
      items.add(longer);
    } else {
      endLists();
      paragraph.add(line.strip());
    }
  }

  private int code(List<String> lines, int from) {
    end();
    int to = from + 1;
    while (to < lines.size() && !FENCE.matcher(lines.get(to)).matches()) {
      to++;
    }
    String code = String.join("\n", lines.subList(from + 1, to));
    if (!code.isBlank()) {
      blocks.add(new Block.Code(code));
    }
    return to + 1;
  }

  private static boolean isTable(List<String> lines, int at) {
    return lines.get(at).contains("|")
        && at + 1 < lines.size()
        && lines.get(at + 1).contains("|")
        && RULE.matcher(lines.get(at + 1)).matches();
  }

  private int table(List<String> lines, int from) {
    end();
    List<String> header = cells(lines.get(from));
    List<List<String>> rows = new ArrayList<>();
    int at = from + 2;
    while (at < lines.size() && lines.get(at).contains("|")) {
      List<String> row = new ArrayList<>(cells(lines.get(at)));
      while (row.size() < header.size()) {
        row.add("");
      }
      rows.add(row.subList(0, header.size()));
      at++;
    }
    blocks.add(new Block.Table(header, rows));
    return at;
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return Arrays.stream(inner.split("\\|", -1)).map(cell -> bare(cell.strip())).toList();
  }

  private void end() {
    endParagraph();
    endLists();
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      blocks.add(new Block.Paragraph(spans(String.join("\n", paragraph))));
      paragraph.clear();
    }
  }

  private void endLists() {
    if (!items.isEmpty()) {
      blocks.add(new Block.Bullets(items));
      items.clear();
    }
    if (!quote.isEmpty()) {
      blocks.add(new Block.Quote(String.join("\n", quote)));
      quote.clear();
    }
  }

  private List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher found = INLINE.matcher(text);
    int done = 0;
    while (found.find()) {
      if (found.start() > done) {
        spans.add(new Span.Plain(text.substring(done, found.start())));
      }
      spans.add(span(found));
      done = found.end();
    }
    if (done < text.length()) {
      spans.add(new Span.Plain(text.substring(done)));
    }
    return spans;
  }

  private Span span(Matcher found) {
    if (found.group("strong") != null) {
      return new Span.Strong(found.group("strong"));
    }
    if (found.group("stressed") != null) {
      return new Span.Strong(found.group("stressed"));
    }
    if (found.group("mono") != null) {
      return new Span.Mono(found.group("mono"));
    }
    String address = found.group("address");
    return found.group("image").isEmpty() && known.test(address)
        ? new Span.Link(found.group("text"), address)
        : new Span.Plain(found.group("text"));
  }

  /** The words without their marks, for where there is no room for any. */
  private static String bare(String text) {
    return INLINE
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                Stream.of("strong", "stressed", "mono", "text")
                    .map(found::group)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining())));
  }
}
