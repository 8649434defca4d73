package dev.aiwf.bench;

import java.util.List;

/** A whole project in commands of the API, as short as the bundled workflow lets it be. */
final class Script {

  /** Stands for the menu that is there when the command is sent. */
  static final String MENU = "<menu>";

  static final List<String> COMMANDS =
      List.of(
          """
          {"answer":{"use_case":"knowledge-qa","example_count":0,"update_frequency":"weekly",\
          "citations":"helpful","data_sensitivity":"internal","proprietary_terms":"general",\
          "timeline_weeks":8,"skills":"some","latency_p99":"5 s","data_volume":600,\
          "goal":"Colleagues find what the handbook says."}}\
          """,
          """
          {"answer":{"architecture":{"choice":"rag-only","rationale":"Nothing to train on"}}}\
          """,
          choose("progress"),
          choose("continue"),
          """
          {"answer":{"sources":"wiki | HTML | 600 pages | weekly | headings | clean",\
          "document_structure":"headed","languages":"english",\
          "chunking":{"choice":"document-aware","rationale":"Headings"},\
          "embedding":{"choice":"hosted-api","rationale":"Nothing personal in it"},\
          "vector_store":{"choice":"pgvector","rationale":"It runs already"}}}\
          """,
          choose("continue"),
          """
          {"answer":{"peak_load":4,"response_mode":"streaming",\
          "serving":{"choice":"hosted-api","rationale":"Few requests"},\
          "retrieval":{"choice":"vector","rationale":"Ordinary words"},"top_k":5,\
          "caching":{"choice":"none","rationale":"Few requests"}}}\
          """,
          choose("analyse"),
          choose("continue"),
          """
          {"answer":{"success_criteria":"right answers | judged correct | 85 %",\
          "golden_set":60,"expert_hours":1,\
          "evaluation_approach":{"choice":"judge","rationale":"One hour a week"}}}\
          """,
          """
          {"check":{\
          "criteria-met":true,"failures-read":true,"unanswerable-refused":true,\
          "latency-under-load":true,"cost-per-request":true,"attacks-tested":true,\
          "data-cleared":true,"way-back-tried":true,"request-traceable":true,\
          "outage-rehearsed":true,"limits-written":true,"release-repeatable":true,\
          "owner-accepts":true,"users-told":true}}\
          """,
          """
          {"sign":"go"}\
          """,
          choose("continue"),
          """
          {"answer":{"alert_contacts":"critical | lead | mail",\
          "monitoring":{"choice":"provider","rationale":"Few requests"},\
          "drift":{"choice":"performance","rationale":"Fixed cases work at any load"}}}\
          """,
          choose("exit"),
          choose("finish"));

  private Script() {}

  static String start(String project) {
    return "{\"name\":\"" + project + "\",\"depth\":\"quick\"}";
  }

  private static String choose(String choice) {
    return "{\"choose\":\"" + choice + "\",\"menu\":\"" + MENU + "\"}";
  }
}
