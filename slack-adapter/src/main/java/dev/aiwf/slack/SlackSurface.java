package dev.aiwf.slack;

import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.block.LayoutBlock;
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
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a project as one thread: its status line on top, everything else below it. */
final class SlackSurface implements Surface {

  /** What Slack says where the message is gone, or was never ours. */
  private static final Set<String> GONE = Set.of("message_not_found", "cant_update_message");

  private final SlackApi api;
  private final Projects projects;
  private final ReadBack readBack;

  SlackSurface(SlackApi api, Projects projects) {
    this.api = api;
    this.projects = projects;
    this.readBack = new ReadBack(api);
  }

  @Override
  public String name() {
    return SlackChannel.SURFACE;
  }

  @Override
  public Posted show(Showing showing) throws NotNow, NotEver, InterruptedException {
    SlackChannel place = SlackChannel.of(showing.channel());
    boolean opens = showing.message().key().equals(MessageKeys.STATUS);
    String thread = opens ? null : showing.root();
    Drawn drawn = drawn(place, showing.message());
    String known = showing.posted();
    if (known == null && showing.unsure()) {
      known =
          readBack
              .find(place.channel(), thread, showing.posting(), showing.message().at())
              .orElse(null);
    }
    if (opens && known == null) {
      join(place.channel());
    }
    String ts =
        (known == null ? Optional.<String>empty() : redrawn(place, known, showing.posting(), drawn))
            .orElse(null);
    return new Posted(
        place.channel(), ts == null ? posted(place, thread, showing.posting(), drawn) : ts);
  }

  /** A public channel need not invite; of any other, the post says what is to be done. */
  private void join(String channel) throws NotNow, NotEver, InterruptedException {
    var _ =
        api.ask(SlackSetup.NOT_JOINED, slack -> slack.conversationsJoin(r -> r.channel(channel)));
  }

  private String posted(SlackChannel place, @Nullable String thread, String posting, Drawn drawn)
      throws NotNow, NotEver, InterruptedException {
    ChatPostMessageRequest request =
        ChatPostMessageRequest.builder()
            .channel(place.channel())
            .threadTs(thread)
            .text(drawn.fallback())
            .blocks(drawn.blocks())
            .metadata(metadata(posting))
            // A preview fetches an address that somebody else may have put there.
            .unfurlLinks(false)
            .unfurlMedia(false)
            .build();
    return api.write(Set.of(), Methods.CHAT_POST_MESSAGE, RequestFormBuilder.toForm(request))
        .filter(ts -> !ts.isEmpty())
        .orElseThrow(() -> new NotNow("Slack did not say where the message is.", (Throwable) null));
  }

  /** None if there is no such message any more. */
  private Optional<String> redrawn(SlackChannel place, String ts, String posting, Drawn drawn)
      throws NotNow, NotEver, InterruptedException {
    ChatUpdateRequest request =
        ChatUpdateRequest.builder()
            .channel(place.channel())
            .ts(ts)
            .text(drawn.fallback())
            .blocks(drawn.blocks())
            .metadata(metadata(posting))
            .build();
    return api.write(GONE, Methods.CHAT_UPDATE, RequestFormBuilder.toForm(request)).map(_ -> ts);
  }

  @Override
  public void sketch(Showing showing) throws NotNow, NotEver, InterruptedException {
    SlackChannel place = SlackChannel.of(showing.channel());
    String known = showing.posted();
    if (known != null) {
      var _ = redrawn(place, known, showing.posting(), drawn(place, showing.message()));
    }
  }

  @Override
  public void whisper(ChannelId channel, @Nullable String root, Person person, Content content)
      throws NotNow, NotEver, InterruptedException {
    SlackChannel place = SlackChannel.of(channel);
    whisper(
        new Asker(place.team(), place.channel(), userOf(place, person.id()), null, root),
        drawn(place.team(), place.project(), content));
  }

  /** The same where there need be no project. */
  void whisper(Asker asker, Reply reply) throws NotNow, NotEver, InterruptedException {
    Drawing drawing = new Drawing(asker.team(), PersonId::value);
    whisper(asker, new Drawn(Texts.fallback(reply.content().text()), drawing.blocks(reply)));
  }

  private void whisper(Asker asker, Drawn drawn) throws NotNow, NotEver, InterruptedException {
    api.ask(slack ->
        slack.chatPostEphemeral(r ->
            r.channel(asker.channel())
                .threadTs(asker.thread())
                .user(asker.user())
                .text(drawn.fallback())
                .blocks(drawn.blocks())));
  }

  private static String userOf(SlackChannel place, PersonId person) throws NotEver {
    String here = SlackChannel.SURFACE + ":" + place.team() + ":";
    if (!person.value().startsWith(here)) {
      throw new NotEver(person + " is nobody in this workspace.");
    }
    return person.value().substring(here.length());
  }

  private static Metadata metadata(String posting) {
    return Metadata.builder()
        .eventType(ReadBack.EVENT_TYPE)
        .eventPayload(Map.of(ReadBack.POSTING, posting))
        .build();
  }

  private Drawn drawn(SlackChannel place, Message message) {
    PersonId by = message.by();
    if (by == null) {
      return drawn(place.team(), place.project(), message.content());
    }
    // Said on another surface: named, not mentioned, for nobody is called by their own words.
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            List.of(new Span.Strong(nameOf(place.project(), by)), new Span.Plain(":"))));
    blocks.addAll(message.content().blocks());
    return drawn(place.team(), place.project(), new Content(blocks));
  }

  private Drawn drawn(String team, @Nullable ProjectId project, Content content) {
    Drawing drawing = new Drawing(team, person -> nameOf(project, person));
    return new Drawn(Texts.fallback(content.text()), drawing.blocks(content));
  }

  private String nameOf(@Nullable ProjectId project, PersonId person) {
    return project == null
        ? person.value()
        : projects
            .find(project)
            .map(standing -> standing.sidecar().nameOf(person))
            .orElse(person.value());
  }

  private record Drawn(String fallback, List<LayoutBlock> blocks) {}
}
