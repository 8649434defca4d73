package dev.aiwf.app;

import dev.aiwf.core.guide.CaseStudy;
import dev.aiwf.core.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Words a case study as files of a knowledge base. */
final class CaseFiles {

  /** Where its files lie, the source first. */
  static final List<String> FOLDERS = List.of("sources", "decisions", "warnings");

  private static final int MOST_TOPICS = 4;

  /** Together with what stands between them these are as long as an id may be. */
  private static final int LONGEST_PROJECT = 28;

  private static final int LONGEST_ITEM = 30;

  private static final int HASH = 8;

  /** No id of a project has two hyphens in a row, so nobody's files are taken for another's. */
  private static final String BETWEEN = "--";

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  private final CaseStudy study;
  private final Function<String, Set<String>> topics;
  private final Map<String, String> files = new LinkedHashMap<>();

  private CaseFiles(CaseStudy study, Function<String, Set<String>> topics) {
    this.study = study;
    this.topics = topics;
  }

  /**
   * The files by their paths, the source first. What no topic is known for is left out, and without
   * anything that rests on it so is the source.
   */
  static Map<String, String> of(CaseStudy study, Function<String, Set<String>> topics) {
    CaseFiles files = new CaseFiles(study, topics);
    files.source();
    study.decisions().forEach(files::decision);
    study.warnings().forEach(files::warning);
    return files.files.size() > 1 ? files.files : Map.of();
  }

  /** Whether a path is that of a project's file, or of one that was left half. */
  static boolean isOf(ProjectId project, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return (name.startsWith(".") ? name.substring(1) : name).startsWith(key(project) + BETWEEN);
  }

  private void source() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", "Project %s: what it decided".formatted(study.name()));
    fields.put("authors", List.of("the team of " + study.name()));
    fields.put("type", "case_study");
    fields.put("read", study.finished().toString());
    fields.put("passages", List.of("decision-log.md"));
    put("sources", source(study.project()), fields);
  }

  private void decision(CaseStudy.Choice choice) {
    Map<String, Object> fields = common(choice.about(), choice.place());
    fields.put("question", choice.question());
    fields.put("options", choice.options());
    fields.put("considerations", choice.considerations());
    fields.put("recommended_approach", choice.chosen());
    item("decisions", choice.id(), fields);
  }

  private void warning(CaseStudy.Met met) {
    Map<String, Object> fields = common(met.about(), met.place());
    fields.put("title", met.title());
    fields.put("description", met.description());
    fields.put("symptoms", met.signs());
    fields.put("consequences", met.outcome());
    fields.put("prevention", met.mitigation());
    item("warnings", met.id(), fields);
  }

  private Map<String, Object> common(List<String> about, String place) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topics", topics(about));
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("id", source(study.project()));
    source.put("section", place);
    fields.put("source", source);
    return fields;
  }

  /** Of the closest words that mean any. */
  private List<String> topics(List<String> about) {
    return about.stream()
        .map(topics)
        .filter(meant -> !meant.isEmpty())
        .findFirst()
        .map(meant -> meant.stream().limit(MOST_TOPICS).toList())
        .orElse(List.of());
  }

  private void item(String folder, String id, Map<String, Object> fields) {
    if (!List.of().equals(fields.get("topics"))) {
      put(folder, key(study.project()) + BETWEEN + fitting(id, LONGEST_ITEM), fields);
    }
  }

  private void put(String folder, String id, Map<String, Object> fields) {
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();
    files.put("%s/%s.yaml".formatted(folder, id), new Dump(settings).dumpToString(fields));
  }

  private static String source(ProjectId project) {
    return key(project) + BETWEEN + "log";
  }

  private static String key(ProjectId project) {
    return fitting(project.value(), LONGEST_PROJECT);
  }

  /** A name as an id may have it: itself if it can be, or else what is left of it and a number. */
  private static String fitting(String name, int longest) {
    if (name.length() <= longest && ID.matcher(name).matches()) {
      return name;
    }
    String number =
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString().substring(0, HASH);
    String left = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    String begin = left.substring(0, Math.min(left.length(), longest - HASH - 1));
    return (begin + "-" + number).replaceAll("^-|-(?=-)", "");
  }
}
