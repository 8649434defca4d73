package dev.aiwf.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.guide.Waiting;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.rules.Situation;
import dev.aiwf.core.surface.Nearby;
import dev.aiwf.core.surface.OwnButton;
import dev.aiwf.core.surface.Reply;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** aiwf's own page in Slack: what waits for whoever looks at it, their projects, and a start. */
record Home(SlackApi api, Nearby nearby, Door door) {

  private static final Logger LOG = LoggerFactory.getLogger(Home.class);

  private static final int MOST = 20;

  /** Shows it to somebody who opened it; the event is acknowledged meanwhile. */
  void opened(Asker asker) {
    if (!door.open(asker)) {
      return;
    }
    Thread.ofVirtual()
        .name("slack-home")
        .start(() -> {
          try {
            View view = View.builder().type("home").blocks(blocks(asker)).build();
            var _ = api.ask(slack -> slack.viewsPublish(r -> r.userId(asker.user()).view(view)));
          } catch (NotNow | NotEver e) {
            LOG.info("A home page could not be shown: {}", e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private List<LayoutBlock> blocks(Asker asker) {
    List<Nearby.Project> mine = nearby.with(asker);
    List<Nearby.Project> waiting =
        mine.stream().filter(project -> waitsFor(project, asker)).limit(MOST).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("What waits for you"));
    blocks.add(
        waiting.isEmpty()
            ? new Block.Paragraph(List.of(new Span.Plain("Nothing.")))
            : lines(waiting));
    blocks.add(new Block.Heading("Your projects"));
    blocks.add(
        mine.isEmpty()
            ? new Block.Paragraph(List.of(new Span.Plain("You take part in none yet.")))
            : lines(mine.stream().limit(MOST).toList()));
    if (mine.size() > MOST) {
      blocks.add(
          new Block.Note(
              List.of(
                  new Span.Plain("%d older ones are not shown.".formatted(mine.size() - MOST)))));
    }
    return new Drawing(asker.team(), id -> id.value())
        .blocks(
            new Reply(
                new Content(blocks),
                List.of(new Reply.Choice("Start a project…", new OwnButton.Start().written()))));
  }

  private static Block lines(List<Nearby.Project> projects) {
    return new Block.Bullets(projects.stream().map(SlackVenue.REPLIES::line).toList());
  }

  private static boolean waitsFor(Nearby.Project project, Asker asker) {
    var standing = project.standing();
    return Waiting.people(standing.sidecar(), Situation.of(standing.workflow(), standing.sidecar()))
        .contains(asker.person());
  }
}
