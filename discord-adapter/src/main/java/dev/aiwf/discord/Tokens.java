package dev.aiwf.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** With what somebody can be told something alone, for a while after they pressed or typed. */
final class Tokens {

  private final InstantSource clock;
  private final Map<String, Token> known = new ConcurrentHashMap<>();

  private record Token(String token, Instant until) {}

  Tokens(InstantSource clock) {
    this.clock = clock;
  }

  void keep(String channel, String user, String token) {
    Instant now = clock.instant();
    known.values().removeIf(each -> each.until().isBefore(now));
    known.put(channel + " " + user, new Token(token, now.plus(DiscordLimits.TOKEN)));
  }

  Optional<String> find(String channel, String user) {
    return Optional.ofNullable(known.get(channel + " " + user))
        .filter(each -> each.until().isAfter(clock.instant()))
        .map(Token::token);
  }

  void forget(String channel, String user) {
    known.remove(channel + " " + user);
  }
}
