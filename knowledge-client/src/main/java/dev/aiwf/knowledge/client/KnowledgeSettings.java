package dev.aiwf.knowledge.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which knowledge bases are asked.
 *
 * @param servers those, each under a name of its own
 */
public record KnowledgeSettings(List<Server> servers) {

  public KnowledgeSettings {
    servers = List.copyOf(servers);
    if (servers.stream().map(Server::name).distinct().count() < servers.size()) {
      throw new IllegalArgumentException("Two knowledge bases have the same name");
    }
  }

  /**
   * A knowledge base that speaks MCP.
   *
   * @param name what its findings are shown to come from
   * @param address where it speaks it
   * @param key what it wants to be shown
   */
  public record Server(String name, URI address, Optional<String> key) {

    /** Settings may be printed; a key is not. */
    @Override
    public String toString() {
      return "Server[" + name + ", " + address + "]";
    }
  }
}
