package dev.aiwf.core.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run as it reads in its channel, in Markdown. */
public final class Transcript {

  private static final String STATUS = "status";

  private Transcript() {}

  /** The whole run under the scenario's name. */
  public static String of(Performance performance) {
    return "# %s\n\n%s\n"
        .formatted(
            MarkdownText.escaped(performance.scenario().name()), of(performance.happenings()));
  }

  /** A stretch of a run. What one says in a row stands under one name. */
  public static String of(List<Happening> happenings) {
    StringBuilder text = new StringBuilder();
    String speaker = "";
    for (Happening happening : happenings) {
      Optional<Shown> shown = shown(happening);
      if (shown.isPresent()) {
        String now = shown.get().speaker();
        text.append(text.isEmpty() ? "" : "\n\n");
        text.append(now.isEmpty() || now.equals(speaker) ? "" : now + "\n\n");
        text.append(shown.get().text());
        speaker = now;
      }
    }
    return text.toString();
  }

  private record Shown(String speaker, String text) {}

  private static Optional<Shown> shown(Happening happening) {
    return switch (happening) {
      case Happening.Said(_, var by, var content) ->
          Optional.of(quoted(speaker(by), MarkdownText.of(content)));
      case Happening.Redrawn(var key, var before, var content) ->
          key.equals(STATUS)
              ? Optional.empty()
              : Optional.of(MarkdownText.of(MarkdownText.changed(before, content)))
                  .filter(text -> !text.isEmpty())
                  .map(text -> quoted("**aiwf** *(edited)*", text));
      case Happening.Whispered(var to, var content) ->
          Optional.of(
              quoted(
                  "**aiwf** *(only %s sees this)*".formatted(MarkdownText.escaped(to)),
                  MarkdownText.of(content)));
      case Happening.Pressed(var by, var label, var filled) ->
          line("%s presses `[%s]`%s".formatted(speaker(by), label, filled(filled)));
      case Happening.Asked(var by, var words) ->
          line("%s `%s`".formatted(speaker(by), words.replace('`', '\'')));
      case Happening.Used(var tool, var with, var came, var refused) ->
          line(
              "*The architect uses* `%s`%s *%s* %s"
                  .formatted(
                      tool.replace('`', '\''),
                      with.isEmpty() ? "" : " " + MarkdownText.escaped(with),
                      refused ? "refused:" : "→",
                      MarkdownText.escaped(came)));
      case Happening.Waited(var time) -> line("*%s later*".formatted(MarkdownText.time(time)));
    };
  }

  private static String speaker(@Nullable String by) {
    return "**%s**".formatted(by == null ? "aiwf" : MarkdownText.escaped(by));
  }

  private static String filled(Map<String, String> filled) {
    return filled.isEmpty()
        ? ""
        : " and fills in\n\n"
            + filled.entrySet().stream()
                .map(field ->
                    "- %s **%s**"
                        .formatted(
                            MarkdownText.escaped(field.getKey()),
                            MarkdownText.escaped(field.getValue().replace("\n", "; "))))
                .collect(Collectors.joining("\n"));
  }

  private static Optional<Shown> line(String line) {
    return Optional.of(new Shown("", line));
  }

  private static Shown quoted(String speaker, String text) {
    return new Shown(
        speaker,
        text.lines()
            .map(line -> line.isEmpty() ? ">" : "> " + line)
            .collect(Collectors.joining("\n")));
  }
}
