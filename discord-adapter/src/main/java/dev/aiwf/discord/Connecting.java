package dev.aiwf.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How JDA is set up: what it keeps in memory, what it runs on, and whom it asks. */
final class Connecting {

  private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_AT_ONCE = 32;
  private static final int LONGEST_WAIT = 60;

  private Connecting() {}

  /** Reads along only where the developer portal allows it; else it hears what is meant for it. */
  static Set<GatewayIntent> intents(boolean readsAlong) {
    Set<GatewayIntent> intents = EnumSet.of(GatewayIntent.GUILD_MESSAGES);
    if (readsAlong) {
      intents.add(GatewayIntent.MESSAGE_CONTENT);
    }
    return intents;
  }

  static JDA connect(
      DiscordSettings settings, boolean readsAlong, Sessions sessions, EventListener listener) {
    return JDABuilder.createLight(settings.token(), intents(readsAlong))
        .enableCache(CacheFlag.FORUM_TAGS)
        .setRestConfig(new RestConfig().setBaseUrl(settings.apiUrl()))
        .setSessionController(sessions)
        .setHttpClient(http())
        .setCompression(Compression.NONE)
        .setCallbackPool(threads("discord-callback-"), true)
        .setRateLimitElastic(threads("discord-rest-"), true)
        .setRateLimitScheduler(ticking("discord-pace-"), true)
        .setGatewayPool(ticking("discord-gateway-"), true)
        .setMaxReconnectDelay(LONGEST_WAIT)
        // A post that is silently sent again may stand twice: whoever asked decides that.
        .setRequestTimeoutRetry(false)
        .setEnableShutdownHook(false)
        .addEventListeners(listener)
        .build();
  }

  private static OkHttpClient http() {
    return new OkHttpClient.Builder()
        .connectTimeout(CONNECT)
        .callTimeout(PATIENCE)
        .connectionPool(new ConnectionPool(MOST_AT_ONCE, 1, TimeUnit.MINUTES))
        .retryOnConnectionFailure(false)
        .build();
  }

  private static ExecutorService threads(String name) {
    return Executors.newThreadPerTaskExecutor(
        Thread.ofVirtual().name(name, 0).uncaughtExceptionHandler(Connecting::ended).factory());
  }

  /** JDA catches nothing of what a call throws that its connection takes along when it ends. */
  private static void ended(Thread thread, Throwable why) {
    LOG.warn("{} ended with {}", thread.getName(), why.toString());
  }

  private static ScheduledExecutorService ticking(String name) {
    return Executors.newScheduledThreadPool(1, Thread.ofVirtual().name(name, 0).factory());
  }
}
