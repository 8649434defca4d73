package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Asks Discord whether it knows the bot, where it is, and what it lets it do there. */
public final class DiscordCheck {

  /** Bits that say that the developer portal lets the bot read along. */
  private static final int CONTENT = (1 << 18) | (1 << 19);

  private DiscordCheck() {}

  /**
   * What Discord says of the bot.
   *
   * @param name what it is called
   * @param readsAlong whether it hears what is said without its name
   * @param servers where it is
   * @param sessions how often it may still connect today
   * @param invitation where it is brought into a server, with the permissions that it needs
   */
  public record Known(
      String name, boolean readsAlong, List<Server> servers, int sessions, URI invitation) {
    public Known {
      servers = List.copyOf(servers);
    }
  }

  /**
   * A server where it is.
   *
   * @param name what it is called
   * @param missing permissions without which nothing works, each with what does not
   * @param lesser permissions that are missing too, each with what does not work then
   */
  public record Server(String name, List<String> missing, List<String> lesser) {
    public Server {
      missing = List.copyOf(missing);
      lesser = List.copyOf(lesser);
    }
  }

  /** As whom Discord knows the bot, and what it may do. */
  public static Known bot(DiscordSettings settings) throws NotNow, NotEver {
    try (PlainCalls calls = new PlainCalls(settings)) {
      String name = calls.get("users/@me").object().getString("username");
      DataObject application = calls.get("applications/@me").object();
      DataArray guilds = calls.get("users/@me/guilds").array();
      List<Server> servers = new ArrayList<>();
      for (int i = 0; i < guilds.length(); i++) {
        DataObject guild = guilds.getObject(i);
        long granted = guild.getUnsignedLong("permissions", 0);
        servers.add(
            new Server(
                guild.getString("name"),
                Needed.missing(granted, true),
                Needed.missing(granted, false)));
      }
      int sessions =
          calls.get("gateway/bot").object().getObject("session_start_limit").getInt("remaining");
      return new Known(
          "@" + name,
          (application.getInt("flags", 0) & CONTENT) != 0,
          servers,
          sessions,
          invitation(application.getString("id")));
    }
  }

  private static URI invitation(String application) {
    return URI.create(
        "https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%d"
            .formatted(application, Needed.raw()));
  }

  /** Posts a first message into a channel. */
  public static void sayHello(DiscordSettings settings, String channel) throws NotNow, NotEver {
    try (PlainCalls calls = new PlainCalls(settings)) {
      DataObject body =
          DataObject.empty()
              .put(
                  "content",
                  "aiwf is connected. In a channel, /aiwf start names a project and begins it.")
              .put("allowed_mentions", DataObject.empty().put("parse", DataArray.empty()));
      var _ = calls.post("channels/" + channel + "/messages", body);
    }
  }
}
