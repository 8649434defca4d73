package dev.aiwf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwf.core.people.Person;
import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Repositories;
import dev.aiwf.core.port.Repositories.Change;
import dev.aiwf.core.port.Repositories.Commit;
import dev.aiwf.core.port.Repositories.Edit;
import dev.aiwf.core.port.Repositories.File;
import dev.aiwf.core.port.Repositories.Publication;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.core.project.Repository.Collision;
import dev.aiwf.core.project.Repository.Keep;
import dev.aiwf.core.project.Repository.Resolution;
import dev.aiwf.core.turn.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What repositories do, whoever keeps them. */
public abstract class RepositoriesContract {

  private static final File SIDECAR = new File("sidecar.yaml", "project_name: Support Bot\n");
  private static final File SPEC = new File("phase-0-scoping/spec.md", "# Spec\n");

  private final Map<Long, List<File>> rendered = new HashMap<>();
  private final List<Resolution> resolutions = new ArrayList<>();
  private Repositories repositories;

  /** Repositories with nothing in them. */
  protected abstract Repositories empty() throws Exception;

  /** The files of a project at the tip of its branch, by their paths in its folder. */
  protected abstract Map<String, String> files(Repository.Place place) throws Exception;

  /** The names of the commits of its branch, the earliest first. */
  protected abstract List<String> commits(Repository.Place place) throws Exception;

  /** Somebody writes a file on its branch, or deletes it if there is no text. */
  protected abstract void edit(Repository.Place place, String path, @Nullable String text)
      throws Exception;

  @BeforeEach
  final void begin() throws Exception {
    repositories = empty();
  }

  /** A place that was just opened. */
  protected final Repository.Place open(String project) throws Exception {
    return repositories.open(new Effect.OpenRepository(new ProjectId(project), null)).place();
  }

  /** A step's completion. */
  protected static Effect.Publish effect(String project, Repository.Place place, long number) {
    String step = "step-" + number;
    Map<String, List<String>> trailers = new LinkedHashMap<>();
    trailers.put("Aiwf-Project", List.of(project));
    trailers.put("Aiwf-Step", List.of(step));
    trailers.put("Aiwf-Decision", List.of("arch-001 rag-only", "fp-001 fixed"));
    trailers.put("Aiwf-Command", List.of("api/" + step));
    return new Effect.Publish(
        new ProjectId(project),
        place,
        number,
        step,
        project + ": complete " + step,
        new Person(new PersonId("console:lead"), "Lead", false),
        trailers);
  }

  private Commit publish(String project, Repository.Place place, long number, File... files)
      throws Exception {
    rendered.put(number, List.of(files));
    Effect.Publish effect = effect(project, place, number);
    return repositories.publish(
        new Publication(
            effect,
            number,
            List.of(files),
            earlier -> Objects.requireNonNull(rendered.get(earlier)),
            resolutions,
            Set.of()));
  }

  @Test
  void whatIsRemovedIsGoneAndItsNameCanBeUsedAnew() throws Exception {
    Repository.Place other = open("other");
    publish("other", other, 1, SIDECAR);
    publish("support-bot", open("support-bot"), 2, SIDECAR);

    repositories.remove(new ProjectId("support-bot"));
    repositories.remove(new ProjectId("support-bot"));

    Repository.Place anew = open("support-bot");
    publish("support-bot", anew, 3, SIDECAR);
    assertThat(commits(anew)).hasSize(1);
    assertThat(commits(other)).hasSize(1);
  }

  @Test
  void openingAgainChangesNothing() throws Exception {
    Repository.Place place = open("support-bot");
    publish("support-bot", place, 1, SIDECAR);

    assertThat(open("support-bot")).isEqualTo(place);
    assertThat(commits(place)).hasSize(1);
    assertThat(place.branch()).isEqualTo("aiwf/support-bot");
    assertThat(place.folder()).isEqualTo("aiwf/support-bot");
  }

  @Test
  void aCommitHoldsTheFilesAndNamesWhatChanged() throws Exception {
    Repository.Place place = open("support-bot");

    Commit commit = publish("support-bot", place, 1, SIDECAR, SPEC);

    assertThat(commit.sha()).matches("[0-9a-f]{40}");
    assertThat(commit.files()).containsExactlyInAnyOrder(SIDECAR.path(), SPEC.path());
    assertThat(files(place))
        .containsOnly(
            Map.entry(SIDECAR.path(), SIDECAR.text()), Map.entry(SPEC.path(), SPEC.text()));
    assertThat(commits(place)).containsExactly(commit.sha());
  }

  @Test
  void theSameEffectCommitsOnce() throws Exception {
    Repository.Place place = open("support-bot");

    Commit first = publish("support-bot", place, 1, SIDECAR, SPEC);
    Commit again = publish("support-bot", place, 1, SIDECAR, SPEC);

    assertThat(again).isEqualTo(first);
    assertThat(commits(place)).hasSize(1);
  }

  @Test
  void anEffectIsFoundBehindLaterOnes() throws Exception {
    Repository.Place place = open("support-bot");
    Commit first = publish("support-bot", place, 1, SIDECAR);
    Commit second = publish("support-bot", place, 2, SPEC);
    Commit third = publish("support-bot", place, 30, SIDECAR);

    assertThat(publish("support-bot", place, 1, SIDECAR)).isEqualTo(first);
    assertThat(publish("support-bot", place, 2, SPEC)).isEqualTo(second);
    assertThat(commits(place)).containsExactly(first.sha(), second.sha(), third.sha());
  }

  @Test
  void aStepThatChangesNoFileIsACommitNonetheless() throws Exception {
    Repository.Place place = open("support-bot");
    publish("support-bot", place, 1, SIDECAR);

    Commit second = publish("support-bot", place, 2, SIDECAR);

    assertThat(second.files()).isEmpty();
    assertThat(commits(place)).hasSize(2).endsWith(second.sha());
  }

  @Test
  void whatIsNotGivenAnyMoreStays() throws Exception {
    Repository.Place place = open("support-bot");
    publish("support-bot", place, 1, SIDECAR, SPEC);

    Commit second = publish("support-bot", place, 2, new File(SIDECAR.path(), "changed: true\n"));

    assertThat(second.files()).containsExactly(SIDECAR.path());
    assertThat(files(place))
        .containsEntry(SIDECAR.path(), "changed: true\n")
        .containsEntry(SPEC.path(), SPEC.text());
  }

  @Test
  void whatPeopleChangedStaysAndIsToldOnce() throws Exception {
    Repository.Place place = open("support-bot");
    publish("support-bot", place, 1, SIDECAR, SPEC);
    edit(place, SPEC.path(), "# Our spec\n");

    Commit second = publish("support-bot", place, 2, SIDECAR, SPEC);
    Commit third = publish("support-bot", place, 3, SIDECAR, SPEC);

    assertThat(second.edits()).containsExactly(new Edit(SPEC.path(), null));
    assertThat(second.collisions()).isEmpty();
    assertThat(third.edits()).isEmpty();
    assertThat(files(place)).containsEntry(SPEC.path(), "# Our spec\n");
  }

  @Test
  void theSidecarIsWrittenAnewAndWhatPeopleWroteIsTold() throws Exception {
    Repository.Place place = open("support-bot");
    publish("support-bot", place, 1, SIDECAR);
    edit(place, SIDECAR.path(), "project_name: Other\n");

    Commit second = publish("support-bot", place, 2, SIDECAR);

    assertThat(second.edits())
        .containsExactly(
            new Edit(SIDECAR.path(), new Change(SIDECAR.text(), "project_name: Other\n")));
    assertThat(files(place)).containsEntry(SIDECAR.path(), SIDECAR.text());
  }

  @Test
  void whereBothChangedTheSamePeoplesStandsUntilItIsSettled() throws Exception {
    Repository.Place place = open("support-bot");
    publish("support-bot", place, 1, SIDECAR, SPEC);
    edit(place, SPEC.path(), "# Theirs\n");
    File ours = new File(SPEC.path(), "# Ours\n");

    Commit second = publish("support-bot", place, 2, SIDECAR, ours);
    Commit third = publish("support-bot", place, 3, SIDECAR, ours);

    assertThat(second.collisions()).hasSize(1);
    assertThat(third.collisions()).as("told until it is settled").isEqualTo(second.collisions());
    assertThat(files(place)).containsEntry(SPEC.path(), "# Theirs\n");

    resolutions.add(
        new Resolution(SPEC.path(), second.collisions().getFirst().theirs(), Keep.OURS));
    assertThat(publish("support-bot", place, 4, SIDECAR, ours).collisions()).isEmpty();
    assertThat(files(place)).containsEntry(SPEC.path(), "# Ours\n");
  }

  @Test
  void whatPeopleDeletedStaysDeletedUnlessItIsSettledOtherwise() throws Exception {
    Repository.Place place = open("support-bot");
    publish("support-bot", place, 1, SIDECAR, SPEC);
    edit(place, SPEC.path(), null);

    Commit second = publish("support-bot", place, 2, SIDECAR, SPEC);

    assertThat(second.edits()).containsExactly(new Edit(SPEC.path(), null));
    assertThat(second.collisions()).isEmpty();
    assertThat(files(place)).doesNotContainKey(SPEC.path());
    assertThat(
            publish("support-bot", place, 3, SIDECAR, new File(SPEC.path(), "# New\n"))
                .collisions())
        .extracting(Collision::theirs)
        .containsExactly("0".repeat(40));
  }

  @Test
  void twoProjectsDoNotMix() throws Exception {
    Repository.Place one = open("support-bot");
    Repository.Place other = open("support-bot-2");

    publish("support-bot", one, 1, SIDECAR);
    publish("support-bot-2", other, 1, SPEC);

    assertThat(files(one)).containsOnlyKeys(SIDECAR.path());
    assertThat(files(other)).containsOnlyKeys(SPEC.path());
  }

  @Test
  void namesAndTextsInAnyScriptArriveAsTheyAre() throws Exception {
    Repository.Place place = open("größe-テスト");
    File file = new File("phase-0/отчёт 📈.md", "héllo — 🙂 漢字\n\n\tتجربة\n");

    publish("größe-テスト", place, 1, file);

    assertThat(files(place)).containsExactly(Map.entry(file.path(), file.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../other/x.md",
        "a/../../x.md",
        "./x.md",
        "a//b.md",
        "a/",
        ".git/config",
        "a/.GIT/hooks/pre-commit",
        "a\\..\\b.md",
        "C:/x.md",
        "a\nb.md",
        "a\0b.md"
      })
  void nothingIsWrittenOutsideTheFolder(String path) throws Exception {
    Repository.Place place = open("support-bot");

    assertThatThrownBy(() -> publish("support-bot", place, 1, SIDECAR, new File(path, "x")))
        .isInstanceOf(NotEver.class);
    assertThat(commits(place)).isEmpty();
  }

  @Test
  void aPlaceThatWasNeverOpenedIsSaidToBeGone() {
    Repository.Place place =
        new Repository.Place("repositories/nowhere.git", "aiwf/nowhere", "aiwf/nowhere");

    assertThatThrownBy(() -> publish("nowhere", place, 1, SIDECAR))
        .isInstanceOf(NotEver.class)
        .hasMessageContaining("repositories/nowhere.git is gone");
  }
}
