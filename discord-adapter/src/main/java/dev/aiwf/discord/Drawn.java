package dev.aiwf.discord;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * A message in Discord's terms.
 *
 * @param components its parts
 * @param asked the ids of those who are called by it; nobody else is
 */
record Drawn(List<MessageTopLevelComponent> components, Set<String> asked) {

  Drawn {
    components = List.copyOf(components);
    asked = Set.copyOf(asked);
  }

  /** The same, to be recognised by that number. */
  Drawn marked(int number) {
    List<MessageTopLevelComponent> marked = new ArrayList<>(components);
    marked.set(0, marked.getFirst().withUniqueId(number));
    return new Drawn(marked, asked);
  }

  MessageCreateData data() {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(components)
        .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
        .mentionUsers(asked)
        .mentionRepliedUser(false)
        .build();
  }
}
