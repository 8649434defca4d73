package dev.aiwf.app.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.artifacts.git.GitRepositories;
import dev.aiwf.artifacts.git.GitSettings;
import dev.aiwf.artifacts.render.MustacheRenderer;
import dev.aiwf.core.chat.Message;
import dev.aiwf.core.port.Memory;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.Fact;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.engine.Engine;
import dev.aiwf.engine.Watch;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.packs.Packs;
import dev.aiwf.testkit.TwoSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is left of it all, read from the store itself. */
final class Aftermath implements AutoCloseable {

  private final Path data;
  private final Engine engine;

  Aftermath(Path data, Store store) throws DataFolder.InUse {
    this.data = data;
    this.engine =
        Engine.open(
            new Engine.Parts(
                DataFolder.take(data),
                store,
                InstantSource.system(),
                Packs.read(List.of(TwoSteps.folder())).workflows(),
                new GitRepositories(
                    data.resolve("repositories"), InstantSource.system(), GitSettings.of("")),
                new MustacheRenderer(),
                Memory.NONE,
                Watch.NONE,
                Optional.empty(),
                Duration.ofDays(90)));
  }

  List<ProjectId> projects() {
    return engine.projects().list().stream().map(Projects.Line::id).toList();
  }

  void everyJournalFoldsToItsSidecar() {
    assertThat(engine.unproven()).isEmpty();
  }

  /** No command has facts in two places, which it would have if its turn had been taken twice. */
  void noCommandTookEffectTwice() {
    for (ProjectId project : projects()) {
      List<String> runs = new ArrayList<>();
      for (Entry entry : journal(project)) {
        if (runs.isEmpty() || !runs.getLast().equals(entry.command())) {
          runs.add(entry.command());
        }
      }
      assertThat(runs).as("commands of %s", project).doesNotHaveDuplicates();
    }
  }

  /** Every command was taken, and those that were accepted left facts behind. */
  void everyCommandTookEffect(Iterable<String> commands) {
    Map<String, List<Entry>> byCommand =
        projects().stream()
            .flatMap(project -> journal(project).stream())
            .collect(Collectors.groupingBy(Entry::command));
    assertThat(commands)
        .allSatisfy(command -> assertThat(byCommand).as("facts by command").containsKey(command));
  }

  /** What was said in a project, in the order of its journal. */
  List<String> said(ProjectId project) {
    Map<String, String> words =
        engine.projects().messages(project, 0, Integer.MAX_VALUE).stream()
            .collect(Collectors.toMap(Message::key, message -> message.content().text()));
    return journal(project).stream()
        .map(Entry::fact)
        .flatMap(fact -> fact instanceof Fact.Said(var key) ? Stream.of(key) : Stream.empty())
        .map(key -> words.getOrDefault(key, "nobody knows what"))
        .toList();
  }

  /** As many commits as completed steps, each known to its project, none of an effect twice. */
  void everyCompletedStepIsOneCommit() throws IOException, InterruptedException {
    for (ProjectId project : projects()) {
      List<Fact> facts = journal(project).stream().map(Entry::fact).toList();
      List<String> told =
          facts.stream()
              .filter(Fact.Published.class::isInstance)
              .map(fact -> ((Fact.Published) fact).commit())
              .toList();
      long completed = facts.stream().filter(Fact.StepCompleted.class::isInstance).count();
      assertThat(told).as("commits of %s", project).hasSize((int) completed);
      Path repository = data.resolve("repositories").resolve(project + ".git");
      if (completed == 0) {
        continue;
      }
      assertThat(git(repository, "fsck", "--strict", "--no-dangling")).isEmpty();
      assertThat(git(repository, "log", "--reverse", "--format=%H", "--grep=^Aiwf-Effect:").lines())
          .containsExactlyElementsOf(told);
      assertThat(
              git(repository, "log", "--format=%(trailers:key=Aiwf-Effect,valueonly)")
                  .lines()
                  .filter(line -> !line.isBlank()))
          .hasSize(told.size())
          .doesNotHaveDuplicates();
    }
  }

  private static String git(Path repository, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(out).isZero();
    return out;
  }

  private List<Entry> journal(ProjectId project) {
    return engine.projects().facts(project, 0, Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    engine.close();
  }
}
