package dev.aiwf.web.api;

import dev.aiwf.web.access.Problem;
import dev.aiwf.web.sending.Digest;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was sent.
 *
 * @param fields the object
 * @param digest a digest of what it says and where it was sent
 */
record Body(Fields fields, String digest) {

  private static final int LARGEST = 256 * 1024;
  private static final int MOST_DIGITS = 500;

  /** Reads the body, as far as it is an object at all. */
  static Body of(Context context) {
    if (!isJson(context.contentType())) {
      throw Problem.of(
          Problem.Code.NOT_JSON, "This takes JSON: send it with Content-Type: application/json.");
    }
    byte[] bytes = bytes(context);
    if (bytes.length > LARGEST) {
      throw Problem.of(
          Problem.Code.TOO_LARGE, "This is too much at once; up to 256 KiB are taken.");
    }
    ObjectNode object = object(bytes);
    return new Body(
        new Fields(object, ""), Digest.of(context.path() + "\n" + Json.canonical(object)));
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?");
  }

  private static byte[] bytes(Context context) {
    try {
      return context.req().getInputStream().readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw Problem.of(Problem.Code.MALFORMED, "The request broke off before its end.");
    }
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null
        ? ": it is nested too deeply, or too large."
        : "; line %d, column %d is where it stops making sense."
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /**
   * Whether every number can be written out: a dozen characters can stand for a gigabyte of digits.
   */
  private static boolean reasonable(JsonNode node) {
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }
    return node.valueStream().allMatch(Body::reasonable);
  }

  private static ObjectNode object(byte[] bytes) {
    JsonNode node;
    try {
      node = Json.read(bytes);
    } catch (JacksonException e) {
      throw Problem.of(Problem.Code.MALFORMED, "This can't be read as JSON" + where(e));
    }
    if (!reasonable(node)) {
      throw Problem.of(
          Problem.Code.MALFORMED, "A number in it is too large or too exact to be kept.");
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Problem.of(Problem.Code.MALFORMED, "This takes a JSON object, like {\"say\": \"300\"}.");
  }
}
