package dev.aiwf.web;

import dev.aiwf.core.people.PersonId;
import dev.aiwf.core.port.Forgetting;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.Operations;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Status;
import dev.aiwf.core.workflow.WorkflowRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desk on which one of everything lies, and which notes what is done at it. */
final class Desk implements Operations, Forgetting {

  static final Instant AT = Instant.parse("2026-03-02T09:00:00.123Z");
  static final ProjectId PROJECT = new ProjectId("support-bot");
  static final PersonId PERSON = new PersonId("console:a/b ö&c");
  static final EffectLine EFFECT =
      new EffectLine(7, "publish", PROJECT, "lane", State.GIVEN_UP, 3, AT, null, "It said no.");
  static final Proofs PROOFS = new Proofs(2, List.of(PROJECT), List.of());
  static final Traces TRACES =
      new Traces(PERSON, List.of("Ada"), List.of(PROJECT), List.of(), 3, 4);
  static final Extent EXTENT = new Extent(PROJECT, "Support bot", 1, 2, 3, "repositories/x", true);
  static final Projects.Line LINE =
      new Projects.Line(
          PROJECT,
          "Support bot",
          new WorkflowRef("two-steps", "1.0.0", "hash"),
          Status.IN_PROGRESS,
          null,
          null,
          null,
          null,
          "lead",
          "GO",
          4,
          AT,
          AT,
          0);

  final List<String> done = new ArrayList<>();

  @Override
  public Health health() {
    return new Health("memory", List.of(), null, 0, Duration.ZERO, 0, Duration.ZERO, 0, 0, 0, 0);
  }

  @Override
  public List<Projects.Line> projects() {
    return List.of(LINE);
  }

  @Override
  public Proofs proofs() {
    return PROOFS;
  }

  @Override
  public Proofs rebuild() {
    done.add("rebuild");
    return PROOFS;
  }

  @Override
  public List<EffectLine> effects() {
    return List.of(EFFECT);
  }

  @Override
  public Optional<EffectLine> effect(long effect) {
    return Optional.of(EFFECT).filter(line -> line.id() == effect);
  }

  @Override
  public boolean retry(long effect) {
    done.add("retry " + effect);
    return effect == EFFECT.id();
  }

  @Override
  public boolean drop(long effect) {
    done.add("drop " + effect);
    return effect == EFFECT.id();
  }

  @Override
  public int release() {
    done.add("release");
    return 5;
  }

  @Override
  public List<Known> people() {
    return List.of(new Known(PERSON, List.of("Ada"), 1));
  }

  @Override
  public Optional<Traces> of(PersonId person) {
    return Optional.of(TRACES).filter(traces -> traces.person().equals(person));
  }

  @Override
  public Optional<Traces> forget(PersonId person) {
    done.add("forget " + person);
    return of(person);
  }

  @Override
  public Optional<Extent> of(ProjectId project) {
    return Optional.of(EXTENT).filter(extent -> extent.project().equals(project));
  }

  @Override
  public Optional<Extent> forget(ProjectId project, boolean keepRepository) throws NotEver {
    done.add("forget " + project + " " + keepRepository);
    if (project.value().equals("stuck")) {
      throw new NotEver("The disk said no.");
    }
    return of(project);
  }
}
