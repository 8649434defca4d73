package dev.aiwf.slack;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.model.Message.Metadata;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.port.Unreachable;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.MessageKeys;
import dev.aiwf.core.surface.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.FormBody;
import org.jspecify.annotations.Nullable;

/** Shows a project as one thread: its status line on top, everything else below it. */
final class SlackSurface implements Surface {

  /** What Slack says where the message is gone, or was never ours. */
  private static final Set<String> GONE = Set.of("message_not_found", "cant_update_message");

  private final SlackApi api;
  private final Pace pace;
  private final ReadBack readBack;
  private final Layout layout;
  private final Closed closed = new Closed();

  SlackSurface(SlackApi api, Projects projects, Pace pace) {
    this.api = api;
    this.pace = pace;
    this.readBack = new ReadBack(api);
    this.layout = new Layout(projects, new Attachments(new SlackFiles(api), readBack));
  }

  @Override
  public String name() {
    return SlackChannel.SURFACE;
  }

  /** Why nothing can be shown in a channel, or anywhere; none if nothing is known to hinder. */
  Optional<String> trouble() {
    return closed.told();
  }

  /** Whether nothing can be shown anywhere. */
  boolean closed() {
    return closed.everywhere();
  }

  @Override
  public boolean held(ChannelId channel, boolean again) throws NotEver, InterruptedException {
    SlackChannel place = SlackChannel.of(channel);
    return again
        ? pace.await(SlackLimits.REDRAWS, place.team())
        : pace.await(SlackLimits.POSTS, place.channel());
  }

  @Override
  public Posted show(Showing showing) throws NotNow, NotEver, InterruptedException {
    SlackChannel place = SlackChannel.of(showing.channel());
    try {
      Posted posted = shown(place, showing);
      closed.reached(place.channel());
      return posted;
    } catch (Unreachable e) {
      closed.met(place.channel(), e);
      throw e;
    }
  }

  private Posted shown(SlackChannel place, Showing showing)
      throws NotNow, NotEver, InterruptedException {
    boolean opens = showing.message().key().equals(MessageKeys.STATUS);
    String thread = opens ? null : showing.root();
    Layout.Drawn drawn = layout.whole(place, thread, showing);
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

  private String posted(
      SlackChannel place, @Nullable String thread, String posting, Layout.Drawn drawn)
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
    return write(SlackLimits.POSTS, place.channel(), Set.of(), RequestFormBuilder.toForm(request))
        .filter(ts -> !ts.isEmpty())
        .orElseThrow(() -> new NotNow("Slack did not say where the message is.", (Throwable) null));
  }

  /** None if there is no such message any more. */
  private Optional<String> redrawn(
      SlackChannel place, String ts, String posting, Layout.Drawn drawn)
      throws NotNow, NotEver, InterruptedException {
    ChatUpdateRequest request =
        ChatUpdateRequest.builder()
            .channel(place.channel())
            .ts(ts)
            .text(drawn.fallback())
            .blocks(drawn.blocks())
            .metadata(metadata(posting))
            .build();
    return write(SlackLimits.REDRAWS, place.team(), GONE, RequestFormBuilder.toForm(request))
        .map(_ -> ts);
  }

  private Optional<String> write(
      Pace.Rate rate, String where, Set<String> expected, FormBody.Builder form)
      throws NotNow, NotEver, InterruptedException {
    try {
      return api.write(expected, rate.method(), form);
    } catch (NotNow e) {
      e.after().ifPresent(after -> pace.slower(rate, where, after));
      throw e;
    }
  }

  @Override
  public void sketch(Showing showing) throws NotNow, NotEver, InterruptedException {
    SlackChannel place = SlackChannel.of(showing.channel());
    String known = showing.posted();
    if (known != null && pace.spares(SlackLimits.REDRAWS, place.team())) {
      var _ = pace.await(SlackLimits.REDRAWS, place.team());
      var _ = redrawn(place, known, showing.posting(), layout.passing(place, showing.message()));
    }
  }

  @Override
  public void whisper(ChannelId channel, @Nullable String root, Person person, Content content)
      throws NotNow, NotEver, InterruptedException {
    SlackChannel place = SlackChannel.of(channel);
    whisper(
        new Asker(place.team(), place.channel(), userOf(place, person.id()), null, root),
        layout.drawn(place, content));
  }

  /** The same where there need be no project. */
  void whisper(Asker asker, Reply reply) throws NotNow, NotEver, InterruptedException {
    whisper(asker, Layout.drawn(asker, reply));
  }

  private void whisper(Asker asker, Layout.Drawn drawn)
      throws NotNow, NotEver, InterruptedException {
    var _ = pace.await(SlackLimits.WHISPERS, asker.team());
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
}
