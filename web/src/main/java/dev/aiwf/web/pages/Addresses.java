package dev.aiwf.web.pages;

import dev.aiwf.core.project.ProjectId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Where things are. */
public final class Addresses {

  /** Where things are looked up; what programs ask is under another name, of the server itself. */
  static final String KNOWLEDGE = "/items";

  private Addresses() {}

  /** A project's page. */
  public static String project(ProjectId project) {
    return "/projects/" + URLEncoder.encode(project.value(), StandardCharsets.UTF_8);
  }

  /** An item of a knowledge base. */
  static String item(String id) {
    return KNOWLEDGE + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What there is on a topic. */
  static String topic(String topic) {
    return KNOWLEDGE + "?topic=" + URLEncoder.encode(topic, StandardCharsets.UTF_8);
  }

  /** An address that a link may lead to; none if following it would do something else. */
  public static Optional<String> followable(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://")
        ? Optional.of(address.strip())
        : Optional.empty();
  }

  /** One of our own pages to go back to; the first where it is none. */
  static String own(String path) {
    return path.matches("/(projects/[^/?#\\\\\\s]+)?") ? path : "/";
  }
}
