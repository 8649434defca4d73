package dev.aiwf.discord;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.surface.Reply;
import java.util.Set;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Answers to what somebody wrote to aiwf where all can read it, below what they wrote. Discord lets
 * nobody be told something alone who only wrote. Nothing is lost with them, so they are tried once.
 */
record Answers(DiscordApi api) {

  void say(Heard heard, Reply reply) {
    Asker asker = heard.asker();
    String place = asker.thread() == null ? asker.channel() : asker.thread();
    Later.run(
        "discord-answer",
        "An answer could not be said",
        () -> {
          try (MessageCreateData data = Drawing.drawn(reply, PersonId::value).data()) {
            DataObject body = data.toData();
            body.put(
                "message_reference",
                DataObject.empty().put("message_id", heard.id()).put("fail_if_not_exists", false));
            var _ =
                api.call(
                    Set.of(),
                    Route.Messages.SEND_MESSAGE.compile(place),
                    body,
                    data.getAllDistinctFiles());
          }
        });
  }
}
