package dev.aiwf.slack;

import com.slack.api.model.Message;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.ResponseMetadata;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a post whose answer was lost stands there after all. Slack takes no key that would
 * make a post happen once, so every post carries one in its metadata to be found by.
 */
final class ReadBack {

  static final String EVENT_TYPE = "aiwf_posting";
  static final String POSTING = "posting";

  private static final Logger LOG = LoggerFactory.getLogger(ReadBack.class);

  /** Our clock and Slack's need not agree. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  private static final int PAGE = 200;
  private static final int PAGES = 10;

  /** Workspaces may keep bots from reading. Then a message may rarely stand twice. */
  private static final Set<String> CLOSED =
      Set.of("missing_scope", "not_allowed_token_type", "access_denied", "method_not_supported");

  private final SlackApi api;

  ReadBack(SlackApi api) {
    this.api = api;
  }

  /** The message with that posting, in a thread or, with none, at the channel's top. */
  Optional<String> find(String channel, @Nullable String thread, String posting, Instant since)
      throws NotNow, NotEver, InterruptedException {
    return first(channel, thread, since, message -> bears(message, posting)).map(Message::getTs);
  }

  /** Whether a file of that name was brought into a thread. */
  boolean holds(String channel, String thread, String file, Instant since)
      throws NotNow, NotEver, InterruptedException {
    return first(channel, thread, since, message -> brings(message, file)).isPresent();
  }

  private Optional<Message> first(
      String channel, @Nullable String thread, Instant since, Predicate<Message> wanted)
      throws NotNow, NotEver, InterruptedException {
    String oldest = since.minus(SKEW).getEpochSecond() + ".000000";
    String cursor = "";
    for (int page = 0; page < PAGES; page++) {
      Page read = read(channel, thread, oldest, cursor);
      Optional<Message> found = read.messages().stream().filter(wanted).findFirst();
      if (found.isPresent() || read.next().isEmpty()) {
        return found;
      }
      cursor = read.next();
    }
    return Optional.empty();
  }

  private Page read(String channel, @Nullable String thread, String oldest, String cursor)
      throws NotNow, NotEver, InterruptedException {
    if (thread == null) {
      var answer =
          api.ask(
              CLOSED,
              slack ->
                  slack.conversationsHistory(r ->
                      r.channel(channel)
                          .oldest(oldest)
                          .limit(PAGE)
                          .cursor(cursor)
                          .includeAllMetadata(true)));
      return page(
          answer.isOk(), answer.getError(), answer.getMessages(), answer.getResponseMetadata());
    }
    var answer =
        api.ask(
            CLOSED,
            slack ->
                slack.conversationsReplies(r ->
                    r.channel(channel)
                        .ts(thread)
                        .oldest(oldest)
                        .limit(PAGE)
                        .cursor(cursor)
                        .includeAllMetadata(true)));
    return page(
        answer.isOk(), answer.getError(), answer.getMessages(), answer.getResponseMetadata());
  }

  private static Page page(
      boolean ok,
      @Nullable String error,
      @Nullable List<Message> messages,
      @Nullable ResponseMetadata more) {
    if (!ok) {
      LOG.warn("The channel can't be read back ({}): a message may stand there twice", error);
    }
    return new Page(
        messages == null ? List.of() : messages,
        more == null || more.getNextCursor() == null ? "" : more.getNextCursor());
  }

  private static boolean bears(Message message, String posting) {
    Metadata metadata = message.getMetadata();
    return metadata != null
        && EVENT_TYPE.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && posting.equals(metadata.getEventPayload().get(POSTING));
  }

  private static boolean brings(Message message, String file) {
    return message.getFiles() != null
        && message.getFiles().stream().anyMatch(each -> file.equals(each.getName()));
  }

  private record Page(List<Message> messages, String next) {}
}
