package dev.aiwf.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.guide.Pipeline;
import dev.aiwf.core.guide.Pipeline.State;
import dev.aiwf.core.guide.Pipeline.Stretch;
import dev.aiwf.core.workflow.Verdict;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The phases as a picture that goes somewhere else. */
class PipelinePictureTest {

  private static final Pipeline PIPELINE =
      new Pipeline(
          List.of(
              new Stretch(0, "Scoping", State.DONE, "done", null),
              new Stretch(1, "Feature engineering and more", State.SKIPPED, "skipped", null),
              new Stretch(2, "Training <&\"'>", State.STALE, "to be confirmed", null),
              new Stretch(
                  3,
                  "Evaluation",
                  State.HERE,
                  "2 open",
                  new Pipeline.Gate("Ready?", Verdict.CONDITIONAL, true)),
              new Stretch(4, "Inference", State.TO_COME, "to come", null),
              new Stretch(
                  5,
                  "Operations",
                  State.TO_COME,
                  "to come",
                  new Pipeline.Gate("Done?", null, false))));

  @Test
  void thePngIsSharpSmallAndInTheColoursOfItsStates() throws IOException {
    byte[] png = PipelinePicture.png("support-bot", PIPELINE);
    assertThat(png.length).isLessThan(60 * 1024);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(1800);
    // The left edge of the first phase's circle: it is done.
    assertThat(image.getRGB(150 - 16, 68)).isEqualTo(0xff000000 | Ink.ACCENT.rgb());
    // The middle of the fourth's: the project is there.
    assertThat(image.getRGB(1050, 68)).isEqualTo(0xff000000 | Ink.ACCENT.rgb());
    // The middle of the fifth's edge ring is empty beside its number.
    assertThat(image.getRGB(1350 - 16, 68)).isEqualTo(0xffffffff);
  }

  @Test
  void wordsAreDrawnWithoutAnyFontOfTheMachine() throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(PipelinePicture.png("support-bot", PIPELINE)));
    long dark =
        IntStream.range(0, 300)
            .filter(x -> IntStream.range(114, 138).anyMatch(y -> isDark(image.getRGB(x, y))))
            .count();
    assertThat(dark).as("columns in which a name has ink").isBetween(60L, 200L);
  }

  private static boolean isDark(int rgb) {
    return (rgb & 0xff) < 0x60;
  }

  @Test
  void theSvgSaysInItsTitleWhatItShowsAndNothingInItIsMarkup() {
    Document svg = Jsoup.parse(PipelinePicture.svg("a <b>", PIPELINE), "", Parser.xmlParser());
    assertThat(svg.select("title").text())
        .startsWith("a <b>. Scoping: done.")
        .contains("Training <&\"'>: to be confirmed", "gate \"Ready?\": CONDITIONAL");
    assertThat(svg.select("b, script, style")).isEmpty();
    assertThat(svg.select("text").eachText()).contains("Scoping", "2 open · CONDITIONAL");
    assertThat(svg.select("text").eachText().get(2)).endsWith("…");
  }
}
