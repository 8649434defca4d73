package dev.aiwf.artifacts.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Evolve;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Clean;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever is typed wherever words can be: every file of a finished project stays what it is. */
class HostileProjectTest {

  /** Stands for all words, and is found again in files. */
  private static final String PLAIN = "plain words";

  private static final List<String> RUNS = List.of("rag-only", "fine-tuning", "hybrid");
  private static final Map<String, List<Entry>> FACTS = new ConcurrentHashMap<>();
  private static final Map<String, Map<String, String>> RENDERED = new ConcurrentHashMap<>();

  static Stream<Arguments> words() {
    List<String> words = Hostile.words();
    return IntStream.range(0, Math.min(words.size(), 120))
        .mapToObj(i -> Arguments.of(RUNS.get(i % RUNS.size()), words.get(i)));
  }

  @ParameterizedTest
  @MethodSource("words")
  void noWordsBreakAFile(String run, String words) {
    Map<String, String> plain = RENDERED.computeIfAbsent(run, one -> files(one, PLAIN));
    Map<String, String> hostile = files(run, words);

    assertThat(MarkdownRules.broken(all(hostile))).isEmpty();
    assertThat(hostile.keySet()).containsExactlyElementsOf(plain.keySet());
    plain.forEach((path, text) -> {
      if (path.endsWith(".md")) {
        document(path, text, hostile.getOrDefault(path, ""));
      } else {
        data(path, text, hostile.getOrDefault(path, ""), words);
      }
    });
  }

  private static void document(String path, String plain, String text) {
    assertThat(skeleton(text)).describedAs(path).isEqualTo(skeleton(plain));
    assertThat(fences(text)).describedAs("the drawing in " + path).isEqualTo(fences(plain));
    if (path.equals("project-context.md")) {
      assertThat(text.lines().count()).isLessThanOrEqualTo(150);
    }
  }

  /** The same keys, and each value that somebody typed as they typed it. */
  private static void data(String path, String plain, String hostile, String words) {
    JsonNode before = Yaml.read(plain);
    JsonNode after = Yaml.read(hostile);
    same(path, before, after, words);
  }

  private static void same(String at, JsonNode plain, JsonNode hostile, String words) {
    assertThat(hostile.getNodeType()).describedAs(at).isEqualTo(plain.getNodeType());
    if (plain.isObject()) {
      assertThat(hostile.propertyNames()).containsExactlyElementsOf(plain.propertyNames());
      plain
          .properties()
          .forEach(part ->
              same(at + "/" + part.getKey(), part.getValue(), hostile.get(part.getKey()), words));
    } else if (plain.isArray()) {
      assertThat(hostile.size()).describedAs(at).isEqualTo(plain.size());
      for (int i = 0; i < plain.size(); i++) {
        same(at + "/" + i, plain.get(i), hostile.get(i), words);
      }
    } else if (plain.asString().equals(PLAIN)) {
      assertThat(hostile.asString())
          .describedAs(at)
          .isEqualTo(at.startsWith("sidecar.yaml") ? words : Clean.lines(words));
    } else {
      assertThat(hostile).describedAs(at).isEqualTo(plain);
    }
  }

  private static String skeleton(String text) {
    return Skeleton.of(MarkdownRules.PARSER.parse(text));
  }

  private static List<String> fences(String text) {
    return Stream.of(text.split("```mermaid\n", -1))
        .skip(1)
        .map(s -> s.split("```", 2)[0])
        .toList();
  }

  private static List<File> all(Map<String, String> files) {
    return files.entrySet().stream().map(f -> new File(f.getKey(), f.getValue())).toList();
  }

  private static Map<String, String> files(String run, String words) {
    return new MustacheRenderer()
        .render(Runs.WORKFLOW, saying(words, facts(run))).stream()
            .collect(
                Collectors.toMap(File::path, File::text, (first, _) -> first, LinkedHashMap::new));
  }

  private static List<Entry> facts(String run) {
    return FACTS.computeIfAbsent(
        run,
        _ -> {
          Runs played = Runs.of(run);
          played.play(Depth.THOROUGH);
          return played.facts();
        });
  }

  /** The same history, in which everybody always said this. */
  private static Sidecar saying(String words, List<Entry> facts) {
    Sidecar sidecar = null;
    for (Entry entry : facts) {
      Entry said =
          new Entry(
              entry.number(), said(entry.fact(), words), entry.by(), entry.at(), entry.command());
      sidecar = Evolve.evolve(new ProjectId("bot"), sidecar, said);
    }
    if (sidecar == null) {
      throw new IllegalStateException("a project has facts");
    }
    return sidecar;
  }

  private static Fact said(Fact fact, String words) {
    Function<List<String>, List<String>> all = list -> list.stream().map(_ -> words).toList();
    return switch (fact) {
      case Fact.Started(_, var workflow, var depth, var repository, var brief) ->
          new Fact.Started(words, workflow, depth, repository, brief);
      case Fact.PersonSeen(var person) ->
          new Fact.PersonSeen(new Person(person.id(), words, person.verified()));
      case Fact.Answered(var ask, var value, var via, _) ->
          new Fact.Answered(ask, said(value, words), via);
      case Fact.Acknowledged(var warning, _) -> new Fact.Acknowledged(warning, words);
      case Fact.Noted(var ask, var method, _) -> new Fact.Noted(ask, method, words);
      case Fact.ConditionMet(var step, _, _) -> new Fact.ConditionMet(step, words, words);
      case Fact.Signed(var verdict, _, var conditions, var back, _) ->
          new Fact.Signed(verdict, words, all.apply(conditions), back);
      case Fact.GateDecided(var step, var verdict, var conditions, var alone) ->
          new Fact.GateDecided(step, verdict, all.apply(conditions), alone);
      case Fact other -> other;
    };
  }

  private static Value said(Value value, String words) {
    return switch (value) {
      case Value.Text _ -> new Value.Text(words);
      case Value.Items(var items) -> new Value.Items(items.stream().map(_ -> words).toList());
      case Value.Decision(var key, _) -> new Value.Decision(key, words);
      case Value.Table(var rows) ->
          new Value.Table(rows.stream().map(r -> said(r, words)).toList());
      case Value.Number number -> number;
      case Value.Choice choice -> choice;
    };
  }

  private static Map<String, String> said(Map<String, String> row, String words) {
    Map<String, String> said = new LinkedHashMap<>();
    row.keySet().forEach(column -> said.put(column, words));
    return said;
  }
}
