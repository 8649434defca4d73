package dev.aiwf.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the program keeps its tables in.
 *
 * @param name as tables call it
 * @param environment what tells the program so
 */
record Database(String name, Map<String, String> environment) {

  private static final String URL = "AIWF_DATABASE_URL";
  private static final String GIVEN = "AIWF_BENCH_DATABASE_URL";

  /** SQLite, and PostgreSQL where the environment names an empty database to use. */
  static List<Database> all() {
    List<Database> all = new ArrayList<>(List.of(new Database("SQLite", Map.of())));
    String given = System.getenv(GIVEN);
    if (given != null && !given.isBlank()) {
      all.add(new Database("PostgreSQL", Map.of(URL, given)));
    }
    return all;
  }

  /** With whatever else the program is told; what is set here for other starts is not. */
  Map<String, String> with(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.putAll(environment);
    return all;
  }
}
