package dev.aiwf.testkit.discord;

import static dev.aiwf.testkit.discord.ComponentRules.length;
import static dev.aiwf.testkit.discord.ComponentRules.need;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Discord takes as the commands of an app. */
final class CommandRules {

  private static final int SLASH = 1;
  private static final int SUBCOMMAND = 1;
  private static final int ALL_TEXTS = 8_000;

  private CommandRules() {}

  static void check(JsonNode commands) throws Rejected {
    Set<String> names = new HashSet<>();
    for (JsonNode command : commands) {
      int type = command.path("type").asInt(SLASH);
      String name = command.path("name").asString("");
      need(names.add(type + name), "two commands called " + name);
      if (type == SLASH) {
        named(command);
        need(options(command.path("options")) <= ALL_TEXTS, "all texts of a command");
      } else {
        length("name", name, 1, 32);
        need(!Json.says(command, "description"), "a menu's entry has no description");
      }
    }
  }

  private static void named(JsonNode named) throws Rejected {
    String name = named.path("name").asString("");
    need(
        name.matches("[-_'\\p{L}\\p{N}]{1,32}") && name.equals(name.toLowerCase(Locale.ROOT)),
        name);
    length("description of " + name, named.path("description").asString(""), 1, 100);
  }

  /** How many characters all of them have. */
  private static int options(JsonNode options) throws Rejected {
    need(options.size() <= 25, options.size() + " options");
    Set<String> names = new HashSet<>();
    boolean optional = false;
    int all = 0;
    for (JsonNode option : options) {
      named(option);
      need(names.add(option.path("name").asString()), "two options of one name");
      all +=
          option.path("name").asString().length() + option.path("description").asString().length();
      if (option.path("type").asInt() > SUBCOMMAND + 1) {
        boolean required = option.path("required").asBoolean(false);
        need(!(required && optional), "required after optional");
        optional |= !required;
      }
      JsonNode choices = option.path("choices");
      need(choices.size() <= 25, "choices");
      need(
          !(option.path("autocomplete").asBoolean(false) && !choices.isEmpty()),
          "choices and autocomplete");
      for (JsonNode choice : choices) {
        length("choice", choice.path("name").asString(""), 1, 100);
        length("choice's value", choice.path("value").asString(""), 1, 100);
        all += choice.path("name").asString().length() + choice.path("value").asString().length();
      }
      all += options(option.path("options"));
    }
    return all;
  }
}
