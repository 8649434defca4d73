package dev.aiwf.testkit.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody did and waits for an answer to: acknowledged once, in time, in a way that fits. */
final class Interactions {

  static final int COMMAND = 2;
  static final int COMPONENT = 3;
  static final int COMPLETING = 4;
  static final int FORM = 5;

  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final Map<Integer, Set<Integer>> FITS =
      Map.of(
          COMMAND, Set.of(4, 5, 9),
          COMPONENT, Set.of(4, 5, 6, 7, 9),
          COMPLETING, Set.of(8),
          FORM, Set.of(4, 5, 6, 7));

  private final World world;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  /** How long an acknowledgement may take. */
  volatile Duration patience = Duration.ofSeconds(3);

  Interactions(World world) {
    this.world = world;
  }

  /** Something that was done. */
  static final class Pending {
    final String id;
    final String token;
    final int type;
    final String user;
    final String channel;
    final @Nullable Post from;
    final Instant at;
    final JsonNode event;
    final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private boolean acknowledged;
    private boolean late;
    private @Nullable Post original;

    Pending(
        String id,
        int type,
        String user,
        String channel,
        @Nullable Post from,
        Instant at,
        JsonNode event) {
      this.id = id;
      this.token = "token-of-" + id;
      this.type = type;
      this.user = user;
      this.channel = channel;
      this.from = from;
      this.at = at;
      this.event = event;
    }
  }

  Pending begin(int type, String user, String channel, @Nullable Post from, ObjectNode event) {
    String id = world.nextId();
    Pending made = new Pending(id, type, user, channel, from, world.clock.instant(), event);
    event.put("id", id).put("token", made.token);
    pending.put(id, made);
    return made;
  }

  Answer await(Pending asked) {
    try {
      return asked.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      synchronized (asked) {
        asked.late = !asked.acknowledged;
      }
      return asked.answer.getNow(new Answer(Answer.Kind.NONE, asked.event, null, null, List.of()));
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  JsonNode callback(String id, String token, JsonNode body, Map<String, byte[]> files)
      throws Rejected {
    Pending asked = pending.get(id);
    if (asked == null || !asked.token.equals(token)) {
      throw Rejected.unknown(10_062, "interaction");
    }
    synchronized (asked) {
      if (asked.late) {
        throw Rejected.unknown(10_062, "interaction");
      }
      if (asked.acknowledged) {
        throw new Rejected(400, 40_060, "Interaction has already been acknowledged.");
      }
      int type = body.path("type").asInt();
      if (!FITS.getOrDefault(asked.type, Set.of()).contains(type)
          || (type >= 6 && type <= 7 && asked.from == null)) {
        throw Rejected.form("an answer of type %d to one of %d".formatted(type, asked.type));
      }
      Answer answer = answer(asked, type, body.path("data"), files);
      asked.acknowledged = true;
      asked.answer.complete(answer);
      return response(asked, type);
    }
  }

  private Answer answer(Pending asked, int type, JsonNode data, Map<String, byte[]> files)
      throws Rejected {
    return switch (type) {
      case 4 ->
          new Answer(Answer.Kind.MESSAGE, asked.event, said(asked, data, files), null, List.of());
      case 5 -> new Answer(Answer.Kind.LATER, asked.event, null, null, List.of());
      case 6 -> new Answer(Answer.Kind.TAKEN, asked.event, null, null, List.of());
      case 7 -> {
        Post from = asked.from;
        if (from != null) {
          MessageRules.check(data, files.keySet(), from.body());
          asked.original = from.redrawn(data, files);
          world.put(asked.original);
        }
        yield new Answer(Answer.Kind.REDRAWN, asked.event, asked.original, null, List.of());
      }
      case 8 -> {
        ComponentRules.need(data.path("choices").size() <= 25, "choices");
        List<String> choices = new ArrayList<>();
        for (JsonNode choice : data.path("choices")) {
          ComponentRules.length("choice", choice.path("name").asString(""), 1, 100);
          ComponentRules.length("choice's value", choice.path("value").asString(""), 1, 100);
          choices.add(choice.path("value").asString());
        }
        yield new Answer(Answer.Kind.CHOICES, asked.event, null, null, choices);
      }
      default -> {
        ModalRules.check(data);
        yield new Answer(
            Answer.Kind.FORM,
            asked.event,
            null,
            new Modal(data, asked.user, asked.channel, asked.from),
            List.of());
      }
    };
  }

  private Post said(Pending asked, JsonNode data, Map<String, byte[]> files) throws Rejected {
    MessageRules.check(data, files.keySet(), null);
    world.calls.addAll(MessageRules.calls(data));
    boolean alone = (data.path("flags").asInt(0) & MessageRules.EPHEMERAL) != 0;
    Post post =
        new Post(
            asked.channel, world.nextId(), World.BOT, alone ? asked.user : null, data, files, 0);
    asked.original = post;
    if (!alone) {
      world.put(post);
    }
    return post;
  }

  private static JsonNode response(Pending asked, int type) {
    ObjectNode response = Json.object();
    response
        .putObject("interaction")
        .put("id", asked.id)
        .put("type", asked.type)
        .put("response_message_loading", type == 5);
    response.putObject("resource").put("type", type);
    return response;
  }

  /** A later answer, as long as the token lives. */
  Post later(String token, JsonNode body, Map<String, byte[]> files, boolean first)
      throws Rejected {
    Pending asked =
        pending.values().stream()
            .filter(each -> each.token.equals(token))
            .findFirst()
            .orElseThrow(() -> Rejected.unknown(10_015, "Webhook"));
    if (asked.at.plus(LIFE).isBefore(world.clock.instant())) {
      throw new Rejected(401, 50_027, "Invalid Webhook Token");
    }
    if (!asked.acknowledged || (first && asked.original == null && asked.from == null)) {
      throw Rejected.unknown(10_008, "Message");
    }
    Post post = said(asked, body, files);
    if (post.alone() != null) {
      world.whispers.add(post);
    }
    return post;
  }
}
