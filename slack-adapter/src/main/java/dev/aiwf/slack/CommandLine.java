package dev.aiwf.slack;

import dev.aiwf.core.workflow.Depth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words after {@code /aiwf} ask for. */
sealed interface CommandLine {

  /**
   * Start a project.
   *
   * @param name what it is called
   * @param workflow the workflow's id; none for the default
   * @param depth how far to go into things
   * @param repository the team's repository; none for one of its own
   */
  record Start(String name, @Nullable String workflow, Depth depth, @Nullable String repository)
      implements CommandLine {}

  /** Which projects there are, and where they stand. */
  record Overview() implements CommandLine {}

  /** What can be asked. */
  record Help() implements CommandLine {}

  /** A word that a project understands, in its thread. */
  record InThread(String word) implements CommandLine {}

  /** Nothing that is known, with a sentence that says what might be meant. */
  record Unclear(String sentence) implements CommandLine {}

  /** A word, or several in quotation marks, which some keyboards make typographic ones. */
  Pattern WORD = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]|(\\S+)");

  List<String> IN_THREAD = List.of("progress", "decisions", "undo", "skip", "stop");

  List<String> KNOWN = List.of("start", "status", "list", "help");

  String REPOSITORY = "repo:";

  static CommandLine read(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    if (words.isEmpty()) {
      return new Help();
    }
    String word = words.getFirst().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "start" -> start(words.subList(1, words.size()));
      case "status", "list" -> new Overview();
      case "help", "?" -> new Help();
      default -> IN_THREAD.contains(word) ? new InThread(word) : new Unclear(meant(word));
    };
  }

  private static CommandLine start(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    String repository = null;
    for (String word : words) {
      if (word.startsWith(REPOSITORY)) {
        repository = word.substring(REPOSITORY.length());
        rest.remove(word);
      }
    }
    Optional<Depth> depth =
        rest.size() < 2
            ? Optional.empty()
            : Arrays.stream(Depth.values())
                .filter(each -> each.key().equalsIgnoreCase(rest.getLast()))
                .findFirst();
    depth.ifPresent(_ -> rest.removeLast());
    return switch (rest.size()) {
      case 0 -> new Unclear("A project needs a name, for example: /aiwf start support-bot");
      case 1, 2 ->
          new Start(
              rest.getFirst(),
              rest.size() == 2 ? rest.get(1) : null,
              depth.orElse(Depth.STANDARD),
              repository);
      default ->
          new Unclear(
              "That is more than a name and a workflow. Put a name of several words in quotation"
                  + " marks, for example: /aiwf start \"support bot\"");
    };
  }

  private static String meant(String word) {
    String nearest =
        KNOWN.stream().min(Comparator.comparingInt(known -> distance(word, known))).orElseThrow();
    return distance(word, nearest) <= 2
        ? "There is no \"%s\". Did you mean /aiwf %s?".formatted(word, nearest)
        : "There is no \"%s\".".formatted(word);
  }

  /** How many letters must be put in, taken out, changed or swapped with the next. */
  private static int distance(String from, String to) {
    int[][] least = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        least[i][j] =
            Math.min(
                least[i - 1][j - 1] + (same ? 0 : 1),
                1 + Math.min(least[i - 1][j], least[i][j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least[i][j] = Math.min(least[i][j], 1 + least[i - 2][j - 2]);
        }
      }
    }
    return least[from.length()][to.length()];
  }
}
