package dev.aiwf.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Button;
import dev.aiwf.core.chat.FormRef;
import dev.aiwf.core.chat.Press;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Action;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.testkit.TwoSteps;
import dev.aiwf.web.access.Who;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Every kind of block has a shape. */
class BlocksTest {

  private static final PersonId LEAD = new PersonId("console:lead");

  private static final List<Span> SPANS =
      List.of(
          new Span.Plain("plain"),
          new Span.Strong("strong"),
          new Span.Mono("mono"),
          new Span.Link("link", "https://example.org/?a=b&c"),
          new Span.Link("trap", "javascript:alert(1)"),
          new Span.Mention(LEAD, "@lead"));

  private static final Button SEND =
      new Button("c1", "Undo", "U", Button.Style.DANGER, new Press.Send(new Action.Undo(null)));

  private static final Button OPEN =
      new Button(
          "c2",
          "Form",
          null,
          Button.Style.PRIMARY,
          new Press.Open(new FormRef.Asks(List.of("goal"))));

  private static final List<Block> BLOCKS =
      List.of(
          new Block.Heading("heading"),
          new Block.Paragraph(SPANS),
          new Block.Note(List.of(new Span.Plain("note"))),
          new Block.Bullets(List.of(List.of(new Span.Plain("bullet")))),
          new Block.Table(List.of("head"), List.of(List.of("cell"))),
          new Block.Quote("quote <i>"),
          new Block.Recalled("said:c", "what nobody looked up"),
          new Block.Code("code </code>"),
          new Block.Buttons(List.of(SEND, OPEN)),
          new Block.Checklist(
              List.of(
                  new Block.Tick("ticked", true, LEAD, null),
                  new Block.Tick("open", false, null, SEND))));

  @Test
  void everyKindIsHere() {
    assertThat(BLOCKS.stream().map(Object::getClass).toList())
        .containsExactlyInAnyOrder(Block.class.getPermittedSubclasses());
    assertThat(SPANS.stream().map(Object::getClass).distinct().toList())
        .containsExactlyInAnyOrder(Span.class.getPermittedSubclasses());
  }

  @Test
  void everyKindHasItsShape() {
    Document page = rendered();

    assertThat(page.select("h2").text()).isEqualTo("heading");
    assertThat(page.expectFirst("p").text()).isEqualTo("plainstrongmonolinktrap@lead");
    assertThat(page.select("strong").text()).isEqualTo("strong");
    assertThat(page.select("a[rel~=noreferrer]").attr("href"))
        .isEqualTo("https://example.org/?a=b&c");
    assertThat(page.select("p a")).hasSize(1);
    assertThat(page.select(".note").text()).isEqualTo("note");
    assertThat(page.select("ul.bullets li").text()).isEqualTo("bullet");
    assertThat(page.select("th[scope=col]").text()).isEqualTo("head");
    assertThat(page.select("td").text()).isEqualTo("cell");
    assertThat(page.select("blockquote").text()).isEqualTo("quote <i>");
    assertThat(page.select("pre code").text()).isEqualTo("code </code>");
    assertThat(page.select(".buttons form input[name=control]").attr("value")).isEqualTo("c1");
    assertThat(page.select(".buttons a").attr("href")).endsWith("?form=c2#now");
    assertThat(page.select(".ticked").text()).contains("ticked", "Lead");
    assertThat(page.select(".unticked button").text()).contains("Undo");
  }

  private static Document rendered() {
    StringOutput output = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("blocks.jte", Map.of("blocks", BLOCKS, "page", page()), output);
    return Jsoup.parse(output.toString());
  }

  private static ProjectView page() {
    ProjectId project = new ProjectId("support-bot");
    Fact started = new Fact.Started("support-bot", TwoSteps.REF, Depth.QUICK, null, null);
    Fact seen = new Fact.PersonSeen(new Person(LEAD, "Lead", false));
    Sidecar begun = Evolve.evolve(project, null, new Entry(1, started, LEAD, Instant.EPOCH, "c"));
    Sidecar sidecar = Evolve.evolve(project, begun, new Entry(2, seen, LEAD, Instant.EPOCH, "c"));
    Frame frame =
        new Frame(
            "title",
            "/",
            new Who.Known(new Person(LEAD, "Lead", false), Who.Trust.LOOPBACK),
            new Assets(),
            () -> "id");
    Projects.Standing standing = new Projects.Standing(TwoSteps.workflow(), sidecar);
    return new ProjectView(
        Shell.of(frame, standing, List.of(), Shell.Tab.CHANNEL, null),
        List.of(),
        null,
        NowView.of(standing, List.of(), Attempt.NONE, false),
        Attempt.NONE,
        true);
  }
}
