package dev.aiwf.knowledge.mcp;

import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.items.Library;
import dev.aiwf.knowledge.items.Source;
import dev.aiwf.knowledge.search.Catalog;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Items and sources as MCP's SDK wants resources.
 *
 * @param catalog what is known when something is read
 */
record ResourceSpecs(Supplier<Catalog> catalog, McpJsonMapper json) {

  private static final String JSON = "application/json";

  /** Each item and source of a library, by its address. */
  Map<String, SyncResourceSpecification> of(Library library) {
    Map<String, SyncResourceSpecification> all = new LinkedHashMap<>();
    for (Item item : library.items()) {
      add(all, Addresses.of(item), item.id(), item.title(), "A " + item.kind().word() + ".");
    }
    for (Source source : library.sources()) {
      add(all, Addresses.of(source), source.id(), source.title(), "A text that items rest on.");
    }
    return all;
  }

  private void add(
      Map<String, SyncResourceSpecification> all,
      String address,
      String id,
      String title,
      String description) {
    McpSchema.Resource resource =
        McpSchema.Resource.builder(address, id)
            .title(title)
            .description(description)
            .mimeType(JSON)
            .build();
    all.put(address, new SyncResourceSpecification(resource, (_, request) -> read(request.uri())));
  }

  /** One template for each folder. */
  List<SyncResourceTemplateSpecification> templates() {
    List<SyncResourceTemplateSpecification> templates = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      templates.add(template(kind.folder(), "A " + kind.word() + ", by its id."));
    }
    templates.add(template(Addresses.SOURCES, "A text that items rest on, by its id."));
    return templates;
  }

  private SyncResourceTemplateSpecification template(String folder, String description) {
    return new SyncResourceTemplateSpecification(
        McpSchema.ResourceTemplate.builder(Addresses.template(folder), folder)
            .description(description)
            .mimeType(JSON)
            .build(),
        (_, request) -> read(request.uri()));
  }

  private McpSchema.ReadResourceResult read(String address) {
    Map<String, Object> found =
        Addresses.find(catalog.get().library(), address)
            .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(address));
    try {
      McpSchema.ResourceContents contents =
          McpSchema.TextResourceContents.builder(address, json.writeValueAsString(found))
              .mimeType(JSON)
              .build();
      return McpSchema.ReadResourceResult.builder(List.of(contents)).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
