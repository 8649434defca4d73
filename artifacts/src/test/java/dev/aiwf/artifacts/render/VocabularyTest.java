package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Placeholder;
import dev.aiwf.core.workflow.Vocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pack may name is what the renderer knows. */
class VocabularyTest {

  private static final String EVERYTHING =
      everythingIn(new Vocabulary(States.asks(), List.of(), States.SECTIONS).root(), "");

  @Test
  void everythingIsKnownOfAFullState() {
    assertThat(rendered(States.full("words")))
        .contains("[decided.number: arch-001]")
        .contains("[decided: Option two]", "[decided.key: two]", "[decided.rationale: words]")
        .contains("[chosen.help: The first]", "[figure: 10,000]", "[figure.unit: pieces]")
        .contains("[several: words; second]", "[words.by: words]", "[words.date: 2026-03-02]")
        .contains("[verdict: CONDITIONAL]", "[text: It is agreed]", "[state: completed]")
        .contains("[project.owner: words]", "[workflow.title: Every type]")
        .doesNotContain("*open*] x");
  }

  @Test
  void nothingInItFailsWhereNothingIsAnswered() {
    assertThat(rendered(States.empty()))
        .contains("[decided.number: arch-001]", "[decided: *open*]", "[decided.key: *open*]")
        .contains("[decided.ask: What about decided?]", "[gate.verdict: *open*]")
        .contains("[step: Scoping]");
  }

  @Test
  void sectionsStandForWhatIsThere() {
    String template =
        "{{#words}}<{{.}} {{by}}>{{/words}}{{^words}}none{{/words}}"
            + "{{#decided.rationale}}, why{{/decided.rationale}}"
            + "{{^decided.rationale}}, no why{{/decided.rationale}}"
            + "{{#gate.self_approved}}, alone{{/gate.self_approved}}"
            + "{{#gate.items}}{{#checked}}, [x] {{text}}{{/checked}}"
            + "{{^checked}}, [ ] {{text}}{{/checked}}{{/gate.items}}";

    assertThat(rendered(template, States.full("yes")))
        .isEqualTo("<yes yes>, why, alone, [x] It is agreed, [ ] It is allowed\n");
    assertThat(rendered(template, States.empty()))
        .isEqualTo("none, no why, [ ] It is agreed, [ ] It is allowed\n");
  }

  @Test
  void proseStandsInParagraphsWhereSomebodyKeptIt() {
    String template =
        """
        {{#prose.context}}
        ## {{title}}

        {{#paragraphs}}
        {{.}}

        {{/paragraphs}}
        Kept by {{by}} on {{date}}.
        {{/prose.context}}
        {{^prose.context}}
        No prose.{{prose.context}}
        {{/prose.context}}
        """;

    assertThat(rendered(template, States.full("# *words*")))
        .isEqualTo(
            """
            ## The context

            \\# \\*words\\*

            second

            Kept by \\# \\*words\\* on 2026-03-02.
            """);
    assertThat(rendered(template, States.empty())).isEqualTo("No prose.\n");
  }

  /** A template that names all there is to name. */
  private static String everythingIn(Placeholder scope, String prefix) {
    StringBuilder template = new StringBuilder();
    for (Map.Entry<String, Placeholder> part : scope.parts().entrySet()) {
      String name = prefix + part.getKey();
      switch (part.getValue()) {
        case Placeholder.Word word ->
            template
                .append("[%1$s: {{%1$s}}]\n".formatted(name))
                .append(everythingIn(word, name + "."));
        case Placeholder.Group group ->
            template
                .append("{{#%s}}\n".formatted(name))
                .append(everythingIn(group, ""))
                .append("{{/%s}}\n".formatted(name))
                .append(everythingIn(group, name + "."));
        case Placeholder.Each(var item) ->
            template
                .append("{{#%s}}\n".formatted(name))
                .append(item instanceof Placeholder.Word ? "[.: {{.}}]\n" : everythingIn(item, ""))
                .append("{{/%s}}\n".formatted(name));
        case Placeholder.Flag _ ->
            template.append("{{#%1$s}}\n[%1$s]\n{{/%1$s}}\n".formatted(name));
      }
    }
    return template.toString();
  }

  private static String rendered(Sidecar sidecar) {
    return rendered(EVERYTHING, sidecar);
  }

  private static String rendered(String template, Sidecar sidecar) {
    return new MustacheRenderer()
        .render(States.writing("a.md", template), sidecar).stream()
            .filter(file -> file.path().equals("a.md"))
            .map(File::text)
            .findFirst()
            .orElseThrow();
  }
}
