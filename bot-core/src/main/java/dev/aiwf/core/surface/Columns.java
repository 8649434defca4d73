package dev.aiwf.core.surface;

import dev.aiwf.core.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables where a platform has none. A narrow one is set in columns; a phone would break the lines
 * of a wide one, so that becomes a list.
 */
public final class Columns {

  /** Characters of fixed width on a phone's line. */
  private static final int PHONE = 40;

  private static final String GAP = "  ";

  private Columns() {}

  /** Whether its lines fit on a phone. */
  public static boolean narrow(List<String> header, List<List<String>> rows) {
    int width = widths(header, rows).stream().mapToInt(each -> each + GAP.length()).sum();
    boolean oneLine = rows.stream().flatMap(List::stream).noneMatch(cell -> cell.contains("\n"));
    return oneLine && width - GAP.length() <= PHONE;
  }

  /** Its rows, for a font in which all characters are as wide. */
  public static String aligned(List<String> header, List<List<String>> rows) {
    List<Integer> widths = widths(header, rows);
    List<String> lines =
        Stream.concat(Stream.of(header), rows.stream()).map(row -> line(row, widths)).toList();
    return String.join("\n", lines);
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths.get(i) - width(row.get(i)))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static List<Integer> widths(List<String> header, List<List<String>> rows) {
    int columns = Math.max(header.size(), rows.stream().mapToInt(List::size).max().orElse(0));
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int column = i;
      widths.add(
          Stream.concat(Stream.of(header), rows.stream())
              .filter(row -> column < row.size())
              .mapToInt(row -> width(row.get(column)))
              .max()
              .orElse(0));
    }
    return widths;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** One item for each row: its first cell leads, the others follow with their columns' names. */
  public static List<List<Span>> listed(List<String> header, List<List<String>> rows) {
    return rows.stream().map(row -> item(header, row)).toList();
  }

  private static List<Span> item(List<String> header, List<String> row) {
    List<Span> item = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      if (i == 0) {
        item.add(new Span.Strong(row.getFirst()));
      } else if (!row.get(i).isEmpty()) {
        String name = i < header.size() ? header.get(i) + ": " : "";
        item.add(new Span.Plain(" · " + name + row.get(i)));
      }
    }
    return item;
  }
}
