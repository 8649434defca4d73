package dev.aiwf.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.knowledge.items.Folder;
import dev.aiwf.knowledge.items.Item;
import dev.aiwf.knowledge.items.Kind;
import dev.aiwf.knowledge.items.Reading;
import dev.aiwf.knowledge.search.Catalog;
import dev.aiwf.knowledge.tools.Answer;
import dev.aiwf.knowledge.tools.Tool;
import dev.aiwf.knowledge.tools.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The knowledge that comes with the product. */
class BundledTest {

  private static final Path PROMPTS = Path.of("..", "prompts");
  private static final Pattern CONSULT = Pattern.compile("\\{tool: (\\w+), topic: ([^}]+)}");
  private static final int FEWEST = 3;

  private final Reading reading = Reading.of(List.of(new Folder(Corpus.BUNDLED, false)));

  @Test
  void nothingIsWrongWithIt() {
    assertThat(reading.problems().stream().map(Object::toString)).isEmpty();
  }

  /** Twice what the seeds count, of every kind. */
  @Test
  void thereIsEnoughOfEveryKind() {
    Map<Kind, Long> counts =
        reading.library().items().stream()
            .collect(Collectors.groupingBy(Item::kind, Collectors.counting()));
    assertThat(counts.getOrDefault(Kind.METHODOLOGY, 0L)).isGreaterThanOrEqualTo(14);
    assertThat(counts.getOrDefault(Kind.DECISION, 0L)).isGreaterThanOrEqualTo(16);
    assertThat(counts.getOrDefault(Kind.PATTERN, 0L)).isGreaterThanOrEqualTo(30);
    assertThat(counts.getOrDefault(Kind.WARNING, 0L)).isGreaterThanOrEqualTo(40);
  }

  @Test
  void noSourceIsReadForNothing() {
    Set<String> unused = new TreeSet<>();
    reading.library().sources().forEach(source -> unused.add(source.id()));
    for (Item item : reading.library().items()) {
      unused.remove(item.about().source().source());
      item.about().further().forEach(citation -> unused.remove(citation.source()));
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void everyConsultOfAPackFindsThree() throws IOException {
    Catalog catalog = Catalog.of(reading.library());
    Toolbox toolbox = new Toolbox(() -> catalog, () -> 0);
    List<String> consults = new ArrayList<>();
    List<String> thin = new ArrayList<>();
    for (Path file : steps()) {
      Matcher matcher = CONSULT.matcher(Files.readString(file));
      while (matcher.find()) {
        String consult = matcher.group(1) + ": " + matcher.group(2);
        consults.add(consult);
        int found = found(toolbox, matcher.group(1), matcher.group(2));
        if (found < FEWEST) {
          thin.add("%s finds %d (%s)".formatted(consult, found, PROMPTS.relativize(file)));
        }
      }
    }
    assertThat(consults).hasSizeGreaterThan(20);
    assertThat(thin).isEmpty();
  }

  private static List<Path> steps() throws IOException {
    try (Stream<Path> files = Files.walk(PROMPTS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static int found(Toolbox toolbox, String name, String topic) {
    Tool tool = Toolbox.tool(name).orElseThrow();
    String argument = name.equals("search_knowledge") ? "query" : "topic";
    return toolbox.call(tool, Map.of(argument, topic)) instanceof Answer.Found(var body)
            && body.get("results") instanceof List<?> results
        ? results.size()
        : 0;
  }
}
