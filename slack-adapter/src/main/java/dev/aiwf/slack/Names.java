package dev.aiwf.slack;

import com.slack.api.model.User;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.surface.CommandLine;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people are called. Slack's events name nobody, only ids; nobody's command waits until Slack
 * has been asked, so a name may be learned one message late. It is kept until the program ends.
 */
final class Names {

  private static final Logger LOG = LoggerFactory.getLogger(Names.class);

  private final SlackApi api;
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  Names(SlackApi api) {
    this.api = api;
  }

  /** A person for whom Slack's signature vouches, by the best name there is at once. */
  Person person(String team, String user, @Nullable String handle) {
    String known = names.get(user);
    if (known == null && asked.add(user)) {
      Thread.ofVirtual().name("slack-name").start(() -> learn(user));
    }
    String name = known != null ? known : handle != null && !handle.isBlank() ? handle : user;
    return new Person(new PersonId(String.join(":", SlackChannel.SURFACE, team, user)), name, true);
  }

  /** What somebody is called who was named; a group by the handle that came along. */
  String called(CommandLine.Named named) {
    String known = names.get(named.id());
    if (named.id().startsWith("S")) {
      return named.name().isEmpty() ? "" : "@" + named.name();
    }
    return known != null ? known : named.name();
  }

  private void learn(String user) {
    try {
      User answer = api.ask(slack -> slack.usersInfo(r -> r.user(user))).getUser();
      String name = nameOf(answer);
      if (name != null && !name.isBlank()) {
        names.put(user, Clean.line(name));
      }
    } catch (NotNow | NotEver e) {
      LOG.info("A name could not be looked up: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      asked.remove(user);
    }
  }

  private static @Nullable String nameOf(User user) {
    User.Profile profile = user.getProfile();
    String shown = profile == null ? null : profile.getDisplayName();
    if (shown != null && !shown.isBlank()) {
      return shown;
    }
    String real = profile == null ? null : profile.getRealName();
    return real != null && !real.isBlank() ? real : user.getName();
  }
}
