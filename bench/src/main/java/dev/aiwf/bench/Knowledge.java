package dev.aiwf.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How quickly the knowledge base answers, beside a ping of the same server. */
final class Knowledge implements Measurement {

  private static final String PING = "ping";
  private static final int MANY = 32;
  private static final int WARM = 400;
  private static final int CALLS = Integer.getInteger("bench.knowledge", 2_000);
  private static final Map<String, String> ASKED = asked();

  @Override
  public String name() {
    return "knowledge";
  }

  @Override
  public String asks() {
    return "each tool's answers over MCP, alone and with 32 clients, beside a ping";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Others quiet = new Others();
    try (Server server = Programs.knowledge(bench)) {
      for (int clients : List.of(1, MANY)) {
        Map<String, List<Long>> took = new LinkedHashMap<>();
        List<Double> others = new ArrayList<>();
        var _ = load(server, clients, PING, WARM);
        for (String what : ASKED.keySet()) {
          var _ = load(server, clients, what, WARM);
        }
        for (int round = 0; round < Bench.ROUNDS; round++) {
          for (String what : ASKED.keySet()) {
            Others.Shared<List<Long>> measured =
                quiet.quietly(() -> load(server, clients, what, CALLS));
            took.computeIfAbsent(what, _ -> new ArrayList<>()).addAll(measured.result());
            others.add(measured.others());
          }
        }
        tell(bench.report(), clients, took, Median.of(others));
      }
    }
  }

  /** So many calls altogether, each client sending its next when it has its answer. */
  private static List<Long> load(Server server, int clients, String what, int calls)
      throws IOException, InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<List<Long>>> work = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        work.add(() -> {
          try (McpTalk talk = new McpTalk(server.port())) {
            List<Long> took = talk.times(ASKED.getOrDefault(what, ""), calls / clients);
            talk.end();
            return took;
          }
        });
      }
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> done : threads.invokeAll(work)) {
        all.addAll(done.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IOException(what + " failed", e.getCause());
    }
  }

  private static void tell(Report report, int clients, Map<String, List<Long>> took, double others)
      throws IOException {
    long ping = Latencies.of(took.getOrDefault(PING, List.of())).at(50);
    List<List<String>> rows = new ArrayList<>();
    took.forEach((what, times) -> {
      Latencies latencies = Latencies.of(times);
      rows.add(
          List.of(
              what,
              Texts.time(latencies.at(50)),
              Texts.time(latencies.at(99)),
              Texts.ratio((double) latencies.at(50) / ping)));
    });
    report.table(
        clients == 1 ? "Knowledge, one client" : "Knowledge, " + clients + " clients",
        List.of("what", "median", "p99", "median to the ping's"),
        rows,
        "%d calls each; sessions were open already.".formatted(CALLS * Bench.ROUNDS),
        Others.line(others));
  }

  private static Map<String, String> asked() {
    String topic = "\"arguments\":{\"topic\":\"RAG retrieval evaluation\",\"limit\":10}";
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put(PING, "\"method\":\"ping\"");
    asked.put(
        "search_knowledge",
        called("search_knowledge", "\"arguments\":{\"query\":\"RAG retrieval evaluation\"}"));
    for (String tool :
        List.of("get_decisions", "get_patterns", "get_warnings", "get_methodologies")) {
      asked.put(tool, called(tool, topic));
    }
    asked.put("list_sources", called("list_sources", "\"arguments\":{\"limit\":10}"));
    asked.put(
        "compare_sources",
        called(
            "compare_sources",
            "\"arguments\":{\"topic\":\"RAG retrieval evaluation\",\"limit_per_source\":3}"));
    return asked;
  }

  private static String called(String tool, String arguments) {
    return "\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",%s}".formatted(tool, arguments);
  }
}
