package dev.aiwf.testkit.slack;

import static dev.aiwf.testkit.slack.Rules.fields;
import static dev.aiwf.testkit.slack.Rules.length;
import static dev.aiwf.testkit.slack.Rules.no;
import static dev.aiwf.testkit.slack.Rules.oneOf;
import static dev.aiwf.testkit.slack.Rules.plainText;

import tools.jackson.databind.JsonNode;

/** What Slack takes as a form. */
final class ViewRules {

  private ViewRules() {}

  static void home(JsonNode view) throws Rejected {
    fields(view, "type", "blocks", "private_metadata", "callback_id", "external_id");
    oneOf(view.path("type"), "view", "home");
    BlockRules.all(view.path("blocks"), 100, false);
  }

  static void modal(JsonNode view) throws Rejected {
    fields(
        view,
        "type",
        "title",
        "submit",
        "close",
        "blocks",
        "private_metadata",
        "callback_id",
        "clear_on_close",
        "notify_on_close",
        "external_id",
        "submit_disabled");
    oneOf(view.path("type"), "view", "modal");
    plainText(view.path("title"), 24, "title");
    if (view.has("close")) {
      plainText(view.path("close"), 24, "close");
    }
    if (view.has("private_metadata")) {
      length(view.path("private_metadata"), 0, 3_000, "private_metadata");
    }
    if (view.has("callback_id")) {
      length(view.path("callback_id"), 1, 255, "callback_id");
    }
    BlockRules.all(view.path("blocks"), 100, true);
    boolean asks = view.path("blocks").toString().contains("\"type\":\"input\"");
    if (asks && !view.has("submit")) {
      throw no("a form with inputs needs a submit button");
    }
    if (view.has("submit")) {
      plainText(view.path("submit"), 24, "submit");
    }
  }
}
