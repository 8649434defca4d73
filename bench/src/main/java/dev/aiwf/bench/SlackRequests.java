package dev.aiwf.bench;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests as Slack sends them, signed and ready to be written to a socket: what a load generator
 * does while it measures is taken from the program beside it. Each is a new one; a signature holds
 * for five minutes.
 */
final class SlackRequests {

  static final String SECRET = "bench-signing-secret";
  static final String TEAM = "T1";
  static final String CHANNEL = "C1";
  static final String PATH = "/slack/events";

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;
  private final AtomicLong counter = new AtomicLong();

  SlackRequests() {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(SECRET.getBytes(Texts.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Somebody types a message in a thread. */
  ByteBuffer message(int port, String user, String thread, String text) {
    return signed(port, "application/json", event(user, thread, text));
  }

  /** The same as it comes over a socket, where nothing is signed. */
  String event(String user, String thread, String text) {
    long number = counter.incrementAndGet();
    String ts = "%d.%06d".formatted(Instant.now().getEpochSecond(), number);
    return """
    {"token":"legacy","team_id":"%s","api_app_id":"A1","event":{"type":"message",\
    "user":"%s","channel":"%s","ts":"%s","event_ts":"%s","text":"%s","channel_type":"channel",\
    "thread_ts":"%s","client_msg_id":"b0cf6f9e-58b0-4b3d-9a3c-%012d","team":"%s",\
    "blocks":[{"type":"rich_text","block_id":"b%d","elements":[{"type":"rich_text_section",\
    "elements":[{"type":"text","text":"%s"}]}]}]},"type":"event_callback",\
    "event_id":"Ev%d","event_time":%d,"authorizations":[{"enterprise_id":null,"team_id":"%s",\
    "user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],\
    "is_ext_shared_channel":false,"event_context":"4-bench"}\
    """
        .formatted(
            TEAM,
            user,
            CHANNEL,
            ts,
            ts,
            text,
            thread,
            number,
            TEAM,
            number,
            text,
            number,
            Instant.now().getEpochSecond(),
            TEAM);
  }

  /** Somebody types {@code /aiwf …} in the channel. */
  ByteBuffer command(int port, String user, String typed) {
    return signed(
        port,
        "application/x-www-form-urlencoded",
        ("token=legacy&team_id=%s&team_domain=bench&channel_id=%s&channel_name=general&user_id=%s"
                + "&user_name=%s&command=%%2Faiwf&text=%s&api_app_id=A1&is_enterprise_install=false"
                + "&response_url=http%%3A%%2F%%2Flocalhost%%2Fresponse&trigger_id=trigger.%d")
            .formatted(
                TEAM,
                CHANNEL,
                user,
                user,
                URLEncoder.encode(typed, Texts.UTF_8),
                counter.incrementAndGet()));
  }

  /** Somebody presses a button of a message in a thread. */
  ByteBuffer press(int port, String user, String thread, SlackStandIn.Button button) {
    String payload =
        """
        {"type":"block_actions","api_app_id":"A1","token":"legacy","trigger_id":"trigger.%d",\
        "user":{"id":"%s","username":"%s","team_id":"%s"},"team":{"id":"%s","domain":"bench"},\
        "container":{"type":"message","message_ts":"%s","channel_id":"%s","is_ephemeral":false,\
        "thread_ts":"%s"},"channel":{"id":"%s","name":"general"},\
        "actions":[{"action_id":"press:%s","block_id":"b","type":"button","value":"%s"}]}\
        """
            .formatted(
                counter.incrementAndGet(),
                user,
                user,
                TEAM,
                TEAM,
                button.ts(),
                CHANNEL,
                thread,
                CHANNEL,
                button.control(),
                button.control());
    return signed(
        port,
        "application/x-www-form-urlencoded",
        "payload=" + URLEncoder.encode(payload, Texts.UTF_8));
  }

  private synchronized ByteBuffer signed(int port, String type, String body) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    byte[] bytes = body.getBytes(Texts.UTF_8);
    mac.update(("v0:" + timestamp + ":").getBytes(Texts.UTF_8));
    String signature = "v0=" + HexFormat.of().formatHex(mac.doFinal(bytes));
    byte[] head =
        """
        POST %s HTTP/1.1\r
        Host: localhost:%d\r
        User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r
        Accept: */*\r
        Content-Type: %s\r
        X-Slack-Request-Timestamp: %s\r
        X-Slack-Signature: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(PATH, port, type, timestamp, signature, bytes.length)
            .getBytes(Texts.UTF_8);
    return ByteBuffer.allocate(head.length + bytes.length).put(head).put(bytes).flip();
  }
}
