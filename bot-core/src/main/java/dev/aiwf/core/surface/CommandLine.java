package dev.aiwf.core.surface;

import dev.aiwf.core.people.Role;
import dev.aiwf.core.project.Level;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.workflow.Depth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words after {@code /aiwf} or {@code @aiwf} ask for. */
public sealed interface CommandLine {

  /** Something that is asked of aiwf itself. */
  sealed interface OfAiwf extends CommandLine {}

  /** Something that is asked of one project. */
  sealed interface OfProject extends CommandLine {}

  /**
   * Start a project.
   *
   * @param name what it is called
   * @param workflow the workflow's id; none for the default
   * @param depth how far to go into things
   * @param repository the team's repository; none for one of its own
   */
  record Start(String name, @Nullable String workflow, Depth depth, @Nullable String repository)
      implements OfAiwf {}

  /** Which projects there are, and where they stand. */
  record Overview() implements OfAiwf {}

  /** What can be asked. */
  record Help() implements OfAiwf {}

  /** Ask to take part in a project that is talked about elsewhere. */
  record Join(String project) implements OfAiwf {}

  /** Say who one is, and who one is elsewhere. */
  record Me(String words) implements OfAiwf {}

  /** Nothing that is known, with a sentence that says what might be meant. */
  record Unclear(String sentence) implements OfAiwf {}

  /** Go on with a project: here too, or after it was stopped. */
  record Continue() implements OfProject {}

  /** Show something of it. */
  record Show(String words) implements OfProject {}

  /**
   * Show its files, or bring one.
   *
   * @param file what is wanted; none for the list
   */
  record Artifacts(@Nullable String file) implements OfProject {}

  /** Have its files go to another repository. */
  record Link(String address) implements OfProject {}

  /** Name those who are waited for. */
  record Remind() implements OfProject {}

  /** Say how much of it is to be seen here. */
  record Follow(Level level) implements OfProject {}

  /** Stop it. */
  record Stop() implements OfProject {}

  /** Give people and groups a role. */
  record Assign(Role role, List<Named> people) implements OfProject {}

  /**
   * Somebody who was named, or a group of people that the surface knows.
   *
   * @param id what the surface calls them
   * @param name as it was seen; empty if that was not said
   */
  record Named(String id, String name) {}

  /** A word, or several in quotation marks, which some keyboards make typographic ones. */
  Pattern WORD = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]|(\\S+)");

  /** What is said first where something is asked; the help names the same. */
  List<String> KNOWN =
      List.of(
          "start",
          "continue",
          "list",
          "status",
          "decisions",
          "why",
          "artifacts",
          "link",
          "gate",
          "people",
          "approvers",
          "remind",
          "join",
          "follow",
          "me",
          "stop",
          "help");

  /** What goes before a repository's address. */
  String REPOSITORY = "repo:";

  /** Reads a line as people saw it, and whom it names. */
  static CommandLine read(String line, List<Named> named) {
    String text = line.strip();
    List<String> words = words(text);
    if (words.isEmpty()) {
      return new Help();
    }
    String word = words.getFirst().toLowerCase(Locale.ROOT);
    List<String> rest = words.subList(1, words.size());
    return switch (word) {
      case "start" -> start(rest);
      case "list" -> new Overview();
      case "help", "?" -> new Help();
      case "continue", "resume" -> alone(word, rest, new Continue());
      case "artifacts", "files" -> new Artifacts(rest.isEmpty() ? null : rest.getFirst());
      case "link" ->
          rest.isEmpty()
              ? new Unclear("Which repository? For example: link https://host/team/repository.git")
              : new Link(rest.getFirst());
      case "join" ->
          rest.size() == 1
              ? new Join(rest.getFirst())
              : new Unclear("Which project? For example: join support-bot");
      case "me" -> new Me(String.join(" ", rest));
      case "follow" ->
          rest.size() == 1 && Level.of(rest.getFirst()).isPresent()
              ? new Follow(Level.of(rest.getFirst()).get())
              : new Unclear("How much? One of: follow everything, follow milestones, follow gates");
      case "remind" -> alone(word, rest, new Remind());
      case "stop" -> alone(word, rest, new Stop());
      case "approver", "approvers", "contributor", "contributors", "owner" -> assign(word, named);
      default ->
          Aside.WORDS.containsKey(word.replaceFirst("\\?$", ""))
              ? new Show(text)
              : new Unclear("There is no \"%s\".%s".formatted(word, meant(word)));
    };
  }

  /** A project that there is was taken off the end before. */
  private static CommandLine alone(String word, List<String> rest, CommandLine line) {
    return rest.isEmpty()
        ? line
        : new Unclear(
            "There is no project \"%s\" here to %s.".formatted(String.join(" ", rest), word));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
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
      case 0 -> new Unclear("A project needs a name, for example: start support-bot");
      case 1, 2 ->
          new Start(
              rest.getFirst(),
              rest.size() == 2 ? rest.get(1) : null,
              depth.orElse(Depth.STANDARD),
              repository);
      default ->
          new Unclear(
              "That is more than a name and a workflow. Put a name of several words in quotation"
                  + " marks, for example: start \"support bot\"");
    };
  }

  private static CommandLine assign(String word, List<Named> people) {
    Role role =
        word.startsWith("owner")
            ? Role.OWNER
            : word.startsWith("approver") ? Role.APPROVER : Role.CONTRIBUTOR;
    return people.isEmpty()
        ? new Unclear("Who? Name people or a group, for example: " + word + " @somebody")
        : new Assign(role, people);
  }

  /** What might have been meant, as a sentence after another one; empty if nothing is near. */
  private static String meant(String word) {
    return Near.to(word, KNOWN, 2).map(" Did you mean %s?"::formatted).orElse("");
  }
}
