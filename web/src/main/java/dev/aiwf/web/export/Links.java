package dev.aiwf.web.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses within the zip. */
final class Links {

  private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|[/#].*|");
  private static final Pattern MARKDOWN = Pattern.compile("([^?#]*\\.md)([?#].*)?");

  private Links() {}

  /** An entry's address from the index. */
  static String to(String entry) {
    return Arrays.stream(entry.split("/"))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  /**
   * Where a link of a document leads in the zip: to the page of another document, or to the file
   * itself. The pages lie in a folder of their own in the same order as the files.
   */
  static String within(String path, String link) {
    if (ELSEWHERE.matcher(link).matches()) {
      return link;
    }
    var markdown = MARKDOWN.matcher(link);
    if (markdown.matches()) {
      return markdown.group(1) + ".html" + (markdown.group(2) == null ? "" : markdown.group(2));
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return "../".repeat(path.split("/").length)
        + "files/"
        + to(folder)
        + (folder.isEmpty() ? "" : "/")
        + link;
  }
}
