package dev.aiwf.artifacts.render;

import static dev.aiwf.artifacts.render.Shown.words;

import dev.aiwf.core.project.Conversation;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prose that somebody kept, as it stands in documents; nothing where nobody kept any. */
record ProseShown(Section section, Sidecar sidecar) {

  Shown shown() {
    Optional<Conversation.Section> kept =
        Optional.ofNullable(sidecar.conversation().sections().get(section.id()));
    return new Shown.Thing(
        words(kept.map(Conversation.Section::text).orElse("")),
        Map.of(
            "title", words(section.title()),
            "paragraphs", kept.map(prose -> paragraphs(prose.text())).orElse(List.of()),
            "by", words(kept.map(prose -> sidecar.nameOf(prose.by())).orElse("")),
            "date", kept.map(prose -> Dates.day(prose.at())).orElse(words(""))));
  }

  private static List<Shown> paragraphs(String text) {
    return Arrays.stream(text.split("\\n\\s*\\n")).<Shown>map(Shown::words).toList();
  }
}
