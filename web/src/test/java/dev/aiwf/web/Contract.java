package dev.aiwf.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds what the server answers against openapi.yaml. */
final class Contract {

  private static final String ADDRESS = "https://aiwf.test/openapi";
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonNode DOCUMENT = document();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(Map.of(ADDRESS, DOCUMENT.toString())));

  private Contract() {}

  private static JsonNode document() {
    try (InputStream in = WebServer.class.getResourceAsStream("openapi.yaml")) {
      return YAMLMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every verb of every path, for example {@code GET /api/projects/{id}}. */
  static List<String> operations() {
    List<String> operations = new ArrayList<>();
    DOCUMENT
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue().propertyNames().stream()
                .filter(VERBS::contains)
                .forEach(
                    verb -> operations.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  /** The status, the content type and the body are among those that the document allows. */
  static void check(HttpResponse<String> response) {
    String method = response.request().method();
    String path = response.request().uri().getRawPath();
    Optional<Operation> known = operation(method, path);
    if (known.isEmpty()) {
      assertThat(response.statusCode()).as("%s %s", method, path).isBetween(400, 499);
      return;
    }
    String status = Integer.toString(response.statusCode());
    JsonNode answer = resolved(known.get().node().path("responses").path(status));
    assertThat(answer.isMissingNode())
        .as("%s %s may answer %s: %s", method, path, status, response.body())
        .isFalse();
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    assertThat(answer.path("content").propertyNames())
        .as("%s %s %s", method, path, status)
        .contains(type);
    if (type.equals("application/json")) {
      matches(known.get().pointer(status), response.body());
      assertThat(
              Undocumented.in(
                  DOCUMENT,
                  JsonMapper.shared().readTree(response.body()),
                  answer.at("/content/application~1json/schema")))
          .as("%s %s %s", method, path, status)
          .isEmpty();
    }
  }

  /** A body that was taken is one that the document describes. */
  static void checkTaken(String method, String path, String body) {
    operation(method, path)
        .map(operation -> operation.node().at("/requestBody/content/application~1json/schema/$ref"))
        .filter(JsonNode::isString)
        .ifPresent(schema -> matches(schema.stringValue(), body));
  }

  private static void matches(String pointer, String json) {
    Schema schema = SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + pointer));
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  private static Optional<Operation> operation(String method, String path) {
    String verb = method.toLowerCase(Locale.ROOT);
    return DOCUMENT.get("paths").properties().stream()
        .filter(each ->
            path.matches(each.getKey().replace("{path}", ".+").replaceAll("\\{[^}]+}", "[^/]+")))
        .filter(each -> each.getValue().has(verb))
        .map(each -> new Operation(each.getKey(), verb, each.getValue().get(verb)))
        .findFirst();
  }

  private static JsonNode resolved(JsonNode node) {
    JsonNode ref = node.path("$ref");
    return ref.isString() ? DOCUMENT.at(ref.stringValue().substring(1)) : node;
  }

  private record Operation(String path, String verb, JsonNode node) {
    String pointer(String status) {
      JsonNode ref = node.path("responses").path(status).path("$ref");
      String where =
          ref.isString()
              ? ref.stringValue()
              : "#/paths/"
                  + path.replace("~", "~0")
                      .replace("/", "~1")
                      .replace("{", "%7B")
                      .replace("}", "%7D")
                  + "/"
                  + verb
                  + "/responses/"
                  + status;
      return where + "/content/application~1json/schema";
    }
  }
}
