package dev.aiwf.app;

import dev.aiwf.knowledge.client.KnowledgeSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Which knowledge bases the bot asks. */
final class KnowledgeBases {

  /** The name that the bundled one is shown under. */
  private static final String BUNDLED = "bundled";

  private static final int KEY_BYTES = 32;

  private KnowledgeBases() {}

  /**
   * What the bundled one wants to be shown. The bot comes in by the same door as all others, which
   * may trust nobody on this machine: where no key is set, it has one of its own.
   */
  static String key(Settings settings, RandomGenerator random) {
    return settings
        .knowledge()
        .flatMap(Settings.Knowledge::key)
        .orElseGet(() -> {
          byte[] bytes = new byte[KEY_BYTES];
          random.nextBytes(bytes);
          return HexFormat.of().formatHex(bytes);
        });
  }

  /**
   * The bundled one and the one that is set, as far as they are there.
   *
   * @param port where the bundled one is served
   * @param key what it wants to be shown
   */
  static KnowledgeSettings of(Settings settings, boolean bundled, int port, String key) {
    List<KnowledgeSettings.Server> servers = new ArrayList<>();
    if (bundled) {
      URI address = URI.create("http://%s:%d/mcp".formatted(settings.reachedAt(), port));
      servers.add(new KnowledgeSettings.Server(BUNDLED, address, Optional.of(key)));
    }
    settings
        .elsewhere()
        .ifPresent(set ->
            servers.add(
                new KnowledgeSettings.Server(set.address().getHost(), set.address(), set.key())));
    return new KnowledgeSettings(servers);
  }
}
