package dev.aiwf.packs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of {@code steps/}.
 *
 * @param inOrder the steps that could be read, as the workflow lists them
 * @param complete whether that is all of them, so that what is missing here is missing
 */
record StepFiles(List<StepFile> inOrder, boolean complete) {

  private static final String FOLDER = "steps";

  static StepFiles read(
      PackFolder folder, Optional<WorkflowFile> workflow, Collection<Problem> problems) {
    Map<String, StepFile> byId = new LinkedHashMap<>();
    boolean complete = true;
    for (Map.Entry<String, Path> file : files(folder, problems).entrySet()) {
      Source source = new Source(folder.prompt(FOLDER + "/" + file.getKey()), problems);
      Optional<StepFile> step =
          TextFile.read(source, file.getValue())
              .flatMap(text -> FrontMatter.read(source, text))
              .flatMap(text -> StepFile.read(source, text));
      complete &= step.isPresent();
      step.filter(read -> !read.id().text().isEmpty())
          .map(read -> byId.putIfAbsent(read.id().text(), read))
          .ifPresent(first ->
              source.problem(
                  step.get().id().line(),
                  "There is a step \"%s\" already, in %s."
                      .formatted(first.id().text(), first.source().name())));
    }
    return new StepFiles(
        workflow.isPresent() ? inOrder(workflow.get(), byId, complete) : List.copyOf(byId.values()),
        complete);
  }

  private static List<StepFile> inOrder(
      WorkflowFile workflow, Map<String, StepFile> byId, boolean complete) {
    List<StepFile> ordered = new ArrayList<>();
    Map<String, StepFile> left = new LinkedHashMap<>(byId);
    for (Tree.Scalar listed : workflow.steps()) {
      StepFile step = left.remove(listed.text());
      if (step != null) {
        ordered.add(step);
      } else if (complete) {
        workflow
            .source()
            .problem(
                listed.line(), "No file in steps/ has the id \"%s\".".formatted(listed.text()));
      }
    }
    for (StepFile unlisted : left.values()) {
      unlisted
          .source()
          .problem(
              unlisted.id().line(),
              "The step \"%s\" is not listed in %s."
                  .formatted(unlisted.id().text(), WorkflowFile.NAME));
      ordered.add(unlisted);
    }
    return ordered;
  }

  private static Map<String, Path> files(PackFolder folder, Collection<Problem> problems) {
    Map<String, Path> files = new TreeMap<>();
    Path steps = folder.prompts().resolve(FOLDER);
    if (!Files.isDirectory(steps)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(steps, "*.md")) {
      found.forEach(file -> files.put(String.valueOf(file.getFileName()), file));
    } catch (IOException e) {
      new Source(folder.prompt(FOLDER), problems)
          .problem(1, "This folder can't be read: " + e.getClass().getSimpleName() + ".");
    }
    return files;
  }
}
