package dev.aiwf.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.guide.Pipeline.State;
import dev.aiwf.core.guide.Pipeline.Stretch;
import dev.aiwf.core.workflow.Verdict;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class PipelineSvgTest {

  private static final Pipeline PIPELINE =
      new Pipeline(
          List.of(
              new Stretch(0, "Scoping", State.DONE, "done", null),
              new Stretch(1, "Training", State.SKIPPED, "skipped", null),
              new Stretch(
                  2,
                  "Evaluation",
                  State.HERE,
                  "waits for a signature",
                  new Pipeline.Gate("Ready?", null, true)),
              new Stretch(
                  3,
                  "Operations <&\"'>",
                  State.TO_COME,
                  "to come",
                  new Pipeline.Gate("Done?", Verdict.CONDITIONAL, false))));

  private final Document svg =
      Jsoup.parse(
          PipelineSvg.of(PIPELINE, phase -> "/files?a=1&b=" + phase.number()), Parser.xmlParser());

  @Test
  void eachPhaseLeadsSomewhereAndSaysWhereItStands() {
    Elements phases = svg.select("a.phase");
    assertThat(phases.eachAttr("href"))
        .containsExactly("/files?a=1&b=0", "/files?a=1&b=1", "/files?a=1&b=2", "/files?a=1&b=3");
    assertThat(phases.eachAttr("aria-label"))
        .containsExactly(
            "Scoping: done",
            "Training: skipped",
            "Evaluation: waits for a signature; gate \"Ready?\": open",
            "Operations <&\"'>: to come; gate \"Done?\": CONDITIONAL");
    assertThat(phases.get(1).hasClass("skipped")).isTrue();
  }

  @Test
  void theWayIsGoneAsFarAsTheProjectCame() {
    assertThat(svg.select("line.leg").eachAttr("class"))
        .startsWith("leg gone by", "leg gone by", "leg ahead");
  }

  @Test
  void aGateShowsWhatCameOfIt() {
    assertThat(svg.select(".gate").eachAttr("class"))
        .containsExactly("gate open", "gate conditional");
  }

  @Test
  void nothingInItNeedsAStyleOrScriptOfItsOwn() {
    for (Element element : svg.getAllElements()) {
      assertThat(element.hasAttr("style")).isFalse();
    }
    assertThat(svg.select("script, style")).isEmpty();
  }
}
