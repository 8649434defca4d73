package dev.aiwf.web.export;

import dev.aiwf.core.guide.Chain;
import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import dev.aiwf.core.port.Projects;
import dev.aiwf.core.project.Entry;
import dev.aiwf.core.project.ProjectId;
import dev.aiwf.core.project.Repository;
import dev.aiwf.web.api.ArtifactPath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the zip of a project. The same project, facts and commits make the same bytes. */
public final class Export implements Exports {

  /** Its last entry, and what to open first. */
  public static final String INDEX = "index.html";

  private static final String FILES = "files/";
  private static final int PAGE = 1_000;
  private static final int COMMITS = 500;

  private final Projects projects;
  private final Artifacts artifacts;
  private final Papers papers = new Papers();

  /** Of these projects, with what was committed for them. */
  public Export(Projects projects, Artifacts artifacts) {
    this.projects = projects;
    this.artifacts = artifacts;
  }

  @Override
  public boolean write(ProjectId project, OutputStream out) throws IOException, NotNow, NotEver {
    Optional<Projects.Standing> standing = projects.find(project);
    if (standing.isEmpty()) {
      return false;
    }
    Repository.Place place = standing.get().sidecar().repository().place();
    List<Artifacts.Change> commits = place == null ? List.of() : artifacts.commits(place, COMMITS);
    Zip zip = new Zip(out);
    List<IndexView.File> files = place == null ? List.of() : files(place, zip);
    List<Entry> facts = facts(project);
    List<AuditLine> audit = AuditLine.of(facts, standing.get().sidecar());
    zip.put("audit/facts.csv", AuditLine.csv(audit));
    zip.put("audit/facts.json", AuditLine.json(facts));
    List<Chain> decisions = Chain.decisions(standing.get().workflow(), standing.get().sidecar());
    zip.put(INDEX, papers.index(new IndexView(standing.get(), files, decisions, commits, audit)));
    zip.finish();
    return true;
  }

  private List<IndexView.File> files(Repository.Place place, Zip zip)
      throws IOException, NotNow, NotEver {
    List<IndexView.File> files = new ArrayList<>();
    try {
      artifacts.each(place, (path, bytes) -> files.add(file(path, bytes, zip)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return files;
  }

  private IndexView.File file(String path, byte[] bytes, Zip zip) {
    // People may have committed what would be unpacked beside the folder that is meant.
    if (!ArtifactPath.isOne(path)) {
      return new IndexView.File(path, bytes.length, null, null);
    }
    zip.put(FILES + path, bytes);
    Optional<Paper> paper = Paper.of(path, bytes);
    paper.ifPresent(read -> zip.put(read.name(), papers.paper(read)));
    return new IndexView.File(
        path,
        bytes.length,
        Links.to(FILES + path),
        paper.map(read -> Links.to(read.name())).orElse(null));
  }

  private List<Entry> facts(ProjectId project) {
    List<Entry> all = new ArrayList<>();
    List<Entry> page = projects.facts(project, 0, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = projects.facts(project, page.getLast().number(), PAGE);
    }
    return all;
  }
}
