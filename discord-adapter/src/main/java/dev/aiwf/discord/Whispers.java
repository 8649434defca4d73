package dev.aiwf.discord;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.surface.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * What one person is told alone. Below something that they just pressed or typed, Discord shows it
 * in the channel to nobody else; at any other time it is written to them directly.
 */
record Whispers(DiscordApi api, Tokens tokens) {

  static final int EPHEMERAL = 1 << 6;

  private static final Set<Integer> TOO_LATE = Set.of(10_008, 10_015, 10_062, 50_027);

  /** Says it, or says why that can't be done. */
  void say(String channel, String place, String user, Drawn drawn)
      throws NotNow, NotEver, InterruptedException {
    String token = tokens.find(channel, user).orElse(null);
    if (token == null || !sayThere(token, drawn)) {
      tokens.forget(channel, user);
      write(user, about(place, drawn));
    }
  }

  private boolean sayThere(String token, Drawn drawn) throws NotNow, NotEver, InterruptedException {
    try (MessageCreateData data = drawn.data()) {
      DataObject body = data.toData();
      body.put("flags", body.getInt("flags") | EPHEMERAL);
      return api.call(
              TOO_LATE,
              Route.Interactions.CREATE_FOLLOWUP.compile(
                  api.jda().getSelfUser().getApplicationId(), token),
              body,
              data.getAllDistinctFiles())
          .isPresent();
    }
  }

  private void write(String user, Drawn drawn) throws NotNow, NotEver, InterruptedException {
    String alone =
        api.call(
                Route.Self.CREATE_PRIVATE_CHANNEL.compile(),
                DataObject.empty().put("recipient_id", user))
            .object()
            .getString("id");
    try (MessageCreateData data = drawn.data()) {
      var _ =
          api.call(
              Set.of(),
              Route.Messages.SEND_MESSAGE.compile(alone),
              data.toData(),
              data.getAllDistinctFiles());
    }
  }

  /** Away from the thread it must say what it is about. */
  private static Drawn about(String place, Drawn drawn) {
    List<MessageTopLevelComponent> components = new ArrayList<>();
    components.add(TextDisplay.of("-# <#" + place + ">"));
    components.addAll(drawn.components());
    return new Drawn(components, drawn.asked());
  }

  void tell(Asker asker, Content content) {
    tell(asker, Reply.of(content));
  }

  /**
   * Says it from beside a request. It is tried once, for nothing is lost with it; what a command
   * leads to is said by its effect.
   */
  void tell(Asker asker, Reply reply) {
    String place = asker.thread() == null ? asker.channel() : asker.thread();
    Later.run(
        "discord-whisper",
        "A private line could not be said",
        () -> say(asker.channel(), place, asker.user(), Drawing.drawn(reply, PersonId::value)));
  }
}
