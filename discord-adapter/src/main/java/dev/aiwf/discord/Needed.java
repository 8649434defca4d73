package dev.aiwf.discord;

import dev.aiwf.core.port.Unreachable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** What aiwf must be allowed in a server, and what does not work without it. */
final class Needed {

  private static final Map<Permission, String> WITHOUT =
      Map.of(
          Permission.VIEW_CHANNEL, "it sees no channel",
          Permission.MESSAGE_SEND, "it can't begin a project",
          Permission.CREATE_PUBLIC_THREADS, "a project has no thread",
          Permission.MESSAGE_SEND_IN_THREADS, "nothing appears in a project's thread",
          Permission.MESSAGE_HISTORY, "a post whose answer was lost may stand twice",
          Permission.MESSAGE_ATTACH_FILES, "documents and pictures can't be brought",
          Permission.MANAGE_THREADS, "threads keep the names they began with, and stay open");

  /** Without these there is no project. */
  private static final Set<Permission> ALL_OVER =
      EnumSet.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.CREATE_PUBLIC_THREADS,
          Permission.MESSAGE_SEND_IN_THREADS);

  /** Without these nothing appears where a project's thread stands already. */
  private static final Set<Permission> BELOW =
      EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND_IN_THREADS);

  private Needed() {}

  /** All of them as one number, for the link that brings aiwf into a server. */
  static long raw() {
    return Permission.getRaw(WITHOUT.keySet());
  }

  /** What is missing of it, each with what does not work. */
  static List<String> missing(long granted, boolean needed) {
    if ((granted & Permission.ADMINISTRATOR.getRawValue()) != 0) {
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    for (Permission each : EnumSet.copyOf(WITHOUT.keySet())) {
      if ((granted & each.getRawValue()) == 0 && ALL_OVER.contains(each) == needed) {
        missing.add(each.getName() + ": " + WITHOUT.get(each));
      }
    }
    return missing;
  }

  /** Names what is missing where a project is to live, and the place. */
  static void toBegin(GuildChannel channel) throws Unreachable {
    check(channel, ALL_OVER);
  }

  /** Names what is missing where a project lives already, and the place. */
  static void toGoOn(GuildChannel channel) throws Unreachable {
    check(channel, BELOW);
  }

  private static void check(GuildChannel channel, Set<Permission> needed) throws Unreachable {
    Set<Permission> granted = channel.getGuild().getSelfMember().getPermissions(channel);
    EnumSet<Permission> missing = EnumSet.copyOf(needed);
    missing.removeAll(granted);
    if (!missing.isEmpty() && !granted.contains(Permission.ADMINISTRATOR)) {
      throw new Unreachable(
          "aiwf may not do this in #%s: %s. Somebody who manages the channel can allow it in the channel's settings, under Permissions."
              .formatted(
                  channel.getName(),
                  missing.stream().map(Permission::getName).collect(Collectors.joining(", "))));
    }
  }
}
