package dev.aiwf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.knowledge.client.KnowledgeSettings.Server;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which knowledge bases the bot asks, and what it shows them. */
class KnowledgeBasesTest {

  private static final String ADDRESS = "https://knowledge.example.org/mcp";
  private static final String KEY = "not-" + "a-real-key";

  private static Settings from(Map<String, String> environment) throws Settings.Wrong {
    return Settings.from(environment, Map.of("user.home", "/home/lead"));
  }

  @Test
  void theBundledOneIsAskedUnlessItIsNotThere() throws Settings.Wrong {
    Settings settings = from(Map.of());

    assertThat(KnowledgeBases.of(settings, true, 8787, KEY).servers())
        .containsExactly(
            new Server("bundled", URI.create("http://localhost:8787/mcp"), Optional.of(KEY)));
    assertThat(KnowledgeBases.of(settings, false, 8787, KEY).servers()).isEmpty();
  }

  @Test
  void anotherIsAskedBesideItUnderItsHost() throws Settings.Wrong {
    Settings settings = from(Map.of("KNOWLEDGE_MCP_URL", ADDRESS, "KNOWLEDGE_MCP_KEY", KEY));

    assertThat(KnowledgeBases.of(settings, true, 8787, "own").servers())
        .hasSize(2)
        .last()
        .isEqualTo(new Server("knowledge.example.org", URI.create(ADDRESS), Optional.of(KEY)));
    assertThat(settings.toString()).doesNotContain(KEY);
  }

  @Test
  void aKeyWithoutItsServerIsAMistake() {
    assertThatThrownBy(() -> from(Map.of("KNOWLEDGE_MCP_KEY", KEY)))
        .isInstanceOf(Settings.Wrong.class)
        .hasMessageContaining("KNOWLEDGE_MCP_URL is missing");
  }

  @Test
  void anotherThatIsCalledAsTheBundledOneIsRefused() {
    assertThatThrownBy(() -> from(Map.of("KNOWLEDGE_MCP_URL", "http://Bundled:8080/mcp")))
        .isInstanceOf(Settings.Wrong.class)
        .hasMessageContaining("KNOWLEDGE_MCP_URL: the host \"Bundled\"");
  }

  @Test
  void aKeyThatOthersCouldReadOnTheWayIsAWarning() throws Settings.Wrong {
    assertThat(warnings("http://knowledge.example.org/mcp"))
        .singleElement()
        .asString()
        .contains("KNOWLEDGE_MCP_KEY", "knowledge.example.org", "https://")
        .doesNotContain(KEY);
    assertThat(warnings(ADDRESS)).isEmpty();
    assertThat(warnings("http://localhost:9000/mcp")).isEmpty();
    assertThat(warnings("http://[::1]:9000/mcp")).isEmpty();
  }

  private static List<String> warnings(String address) throws Settings.Wrong {
    return from(Map.of("KNOWLEDGE_MCP_URL", address, "KNOWLEDGE_MCP_KEY", KEY)).warnings();
  }

  @Test
  void theKeyThatIsSetIsTheKeyAndOtherwiseOneIsMade() throws Settings.Wrong {
    Settings none = from(Map.of());

    assertThat(KnowledgeBases.key(from(Map.of("AIWF_KNOWLEDGE_KEY", KEY)), new Random(1)))
        .isEqualTo(KEY);
    assertThat(KnowledgeBases.key(none, new Random(1)))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(KnowledgeBases.key(none, new Random(2)));
  }
}
