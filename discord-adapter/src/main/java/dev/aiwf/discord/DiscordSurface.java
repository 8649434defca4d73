package dev.aiwf.discord;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.chat.Span;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.port.Unreachable;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a project as one thread: its status line on top, everything else below it. */
final class DiscordSurface implements Surface {

  private final Projects projects;
  private final Posts posts;
  private final Upkeep upkeep;
  private final Whispers whispers;
  private final Closed closed = new Closed();

  DiscordSurface(Projects projects, Posts posts, Upkeep upkeep, Whispers whispers) {
    this.projects = projects;
    this.posts = posts;
    this.upkeep = upkeep;
    this.whispers = whispers;
  }

  @Override
  public String name() {
    return DiscordChannel.SURFACE;
  }

  @Override
  public Posted show(Showing showing) throws NotNow, NotEver, InterruptedException {
    DiscordChannel place = DiscordChannel.of(showing.channel());
    try {
      Posted posted = shown(place, showing);
      closed.reached(place);
      return posted;
    } catch (Unreachable e) {
      closed.met(place, e);
      throw e;
    }
  }

  private Posted shown(DiscordChannel place, Showing showing)
      throws NotNow, NotEver, InterruptedException {
    boolean opens = showing.message().key().equals(MessageKeys.STATUS);
    Drawn drawn = drawn(place, showing.message()).marked(ReadBack.number(showing.posting()));
    Title title =
        projects
            .find(place.project())
            .map(Title::of)
            .orElseGet(() -> new Title(place.project().value(), "", false));
    String id =
        opens ? posts.top(place, showing, drawn, title) : posts.below(place, showing, drawn, title);
    String thread = opens ? id : showing.root();
    if (thread != null) {
      upkeep.keep(place, thread, title);
    }
    return new Posted(place.channel(), id);
  }

  @Override
  public void sketch(Showing showing) throws NotNow, NotEver, InterruptedException {
    DiscordChannel place = DiscordChannel.of(showing.channel());
    if (showing.posted() != null && showing.root() != null) {
      posts.sketch(showing.root(), showing.posted(), drawn(place, showing.message()));
    }
  }

  @Override
  public void whisper(ChannelId channel, @Nullable String root, Person person, Content content)
      throws NotNow, NotEver, InterruptedException {
    DiscordChannel place = DiscordChannel.of(channel);
    whispers.say(
        place.channel(),
        root == null ? place.channel() : root,
        DiscordChannel.userOf(person.id())
            .orElseThrow(() -> new NotEver(person.id() + " is nobody in Discord.")),
        Drawing.drawn(content, id -> nameOf(place.project(), id)));
  }

  private Drawn drawn(DiscordChannel place, Message message) {
    PersonId by = message.by();
    Content content = message.content();
    if (by != null) {
      // Said on another surface: named, not mentioned, for nobody is called by their own words.
      List<Block> blocks = new ArrayList<>();
      blocks.add(
          new Block.Paragraph(
              List.of(new Span.Strong(nameOf(place.project(), by)), new Span.Plain(":"))));
      blocks.addAll(content.blocks());
      content = new Content(blocks);
    }
    return Drawing.drawn(content, id -> nameOf(place.project(), id));
  }

  private String nameOf(ProjectId project, PersonId person) {
    return projects
        .find(project)
        .map(standing -> standing.sidecar().nameOf(person))
        .orElse(person.value());
  }
}
