package dev.aiwf.testkit.discord;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Discord takes as options to choose from. */
final class SelectRules {

  private SelectRules() {}

  static void options(JsonNode options) throws Rejected {
    ComponentRules.need(!options.isEmpty() && options.size() <= 25, options.size() + " options");
    Set<String> values = new HashSet<>();
    for (JsonNode option : options) {
      ComponentRules.length("option's label", option.path("label").asString(""), 1, 100);
      ComponentRules.length("option's value", option.path("value").asString(""), 1, 100);
      ComponentRules.length(
          "option's description", option.path("description").asString(""), 0, 100);
      ComponentRules.need(values.add(option.path("value").asString()), "option's value twice");
    }
  }
}
