package dev.aiwf.discord;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.surface.Asking;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks for something, and where.
 *
 * @param guild the server
 * @param channel the channel; of a thread, the one that it is in
 * @param thread the thread; none for the channel itself
 * @param user the person, as Discord calls them
 * @param name what they are called there
 * @param roles the roles they have there just now
 * @param prefix what goes before a word where they ask
 */
record Asker(
    String guild,
    String channel,
    @Nullable String thread,
    String user,
    String name,
    Set<String> roles,
    String prefix)
    implements Asking {

  static final String COMMAND = "/aiwf ";
  static final String MENTION = "@aiwf ";

  Asker {
    roles = Set.copyOf(roles);
  }

  static Asker of(Member member, Channel place, String prefix) {
    ThreadChannel thread = place instanceof ThreadChannel in ? in : null;
    return new Asker(
        member.getGuild().getId(),
        thread == null ? place.getId() : thread.getParentChannel().getId(),
        thread == null ? null : thread.getId(),
        member.getId(),
        member.getEffectiveName(),
        member.getUnsortedRoles().stream().map(ISnowflake::getId).collect(Collectors.toSet()),
        prefix);
  }

  @Override
  public PersonId person() {
    return DiscordChannel.person(user);
  }

  /** Discord's signature vouches for them. */
  Person known() {
    return new Person(person(), name, true);
  }

  @Override
  public ChannelId channel(ProjectId project) {
    return new DiscordChannel(guild, channel, project).id();
  }

  @Override
  public boolean inThread() {
    return thread != null;
  }

  /** Commands are typed in servers only. */
  @Override
  public boolean alone() {
    return false;
  }
}
