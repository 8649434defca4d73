package dev.aiwf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A step's files, rendered and committed, beside the same files committed by the git program. */
final class Commits implements Measurement {

  private static final List<Integer> FILES = List.of(20, 500);
  private static final int WARM = 40;
  private static final int TIMES = Integer.getInteger("bench.commits", 20);
  private static final int LARGE = Integer.getInteger("bench.large", 10_000);
  private static final int LARGE_BYTES = 20_000;
  private static final Duration A_WHILE = Duration.ofMinutes(5);
  private static final String SUM = "aiwf_effect_seconds_sum{fate=\"done\",kind=\"publish\"}";
  private static final String COUNT = "aiwf_effect_seconds_count{fate=\"done\",kind=\"publish\"}";

  @Override
  public String name() {
    return "commits";
  }

  @Override
  public String asks() {
    return "rendering and committing a step's files, beside the git program; memory beside a large"
        + " repository";
  }

  @Override
  public void run(Bench bench) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int files : FILES) {
      rows.addAll(rows(bench, files));
    }
    bench
        .report()
        .table(
            "A step's files, to their commit",
            List.of("files", "what", "on average", "to git as it comes"),
            rows,
            "%d commits each, one after the other, each the first of its repository."
                .formatted(TIMES),
            "aiwf: from the turn that asks for it to the commit's report, rendering and waiting for"
                + " a worker included, objects and refs forced to the disk. git: its work tree"
                + " written, add and commit.");
    large(bench);
  }

  private static List<List<String>> rows(Bench bench, int files) throws Exception {
    Path packs = bench.folder("commits-packs");
    BenchPack.write(packs, files);
    Path data = bench.folder("commits-data");
    Map<String, Double> took = new LinkedHashMap<>();
    try (Server aiwf = Programs.aiwf(bench, data, Map.of("AIWF_PACKS", packs.toString()));
        Api api = new Api(aiwf)) {
      complete(api, 0, WARM, "");
      double before = api.figure(SUM);
      double count = api.figure(COUNT);
      complete(api, WARM, TIMES, "");
      took.put("aiwf", (api.figure(SUM) - before) / (api.figure(COUNT) - count) * 1e9);
    }
    Path own = data.resolve("repositories/page-0.git");
    took.put("git as it comes", git(bench, own, "committed,-loose-object"));
    took.put("git, everything forced to the disk", git(bench, own, "all"));
    double asItComes = took.getOrDefault("git as it comes", 1.0);
    return took.entrySet().stream()
        .map(each ->
            List.of(
                String.valueOf(files),
                each.getKey(),
                Texts.time(each.getValue().longValue()),
                Texts.ratio(each.getValue() / asItComes)))
        .toList();
  }

  /** Takes projects through their first step, one after the other. */
  private static void complete(Api api, int first, int many, String repository)
      throws IOException, InterruptedException {
    for (int i = first; i < first + many; i++) {
      String project = "page-" + i;
      api.post("/api/projects", "{\"name\":\"%s\"%s}".formatted(project, repository));
      api.begun(project);
      String path = "/api/projects/" + project + "/commands?wait=true";
      api.post(path, "{\"answer\":{\"goal\":\"people who look things up\"}}");
      api.post(path, "{\"choose\":\"continue\",\"menu\":\"m1\"}");
      api.settle(A_WHILE);
    }
  }

  /** What the git program needs for the same files, in nanoseconds, on average. */
  private static double git(Bench bench, Path own, String fsync) throws Exception {
    long all = 0;
    for (int i = 0; i < WARM + TIMES; i++) {
      Path tree = bench.folder("commits-git");
      run(tree, "git", "init", "-q", "-b", "main");
      Map<Path, byte[]> files = files(bench, own, tree);
      long begun = System.nanoTime();
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        Files.write(file.getKey(), file.getValue());
      }
      run(tree, "git", "-c", "core.fsync=" + fsync, "add", "-A");
      run(
          tree,
          "git",
          "-c",
          "core.fsync=" + fsync,
          "-c",
          "user.name=lead",
          "-c",
          "user.email=lead@example.org",
          "commit",
          "-qm",
          "Complete Scoping");
      all += i < WARM ? 0 : System.nanoTime() - begun;
    }
    return (double) all / TIMES;
  }

  /** The files that aiwf committed, to be written below another folder. */
  private static Map<Path, byte[]> files(Bench bench, Path own, Path tree) throws Exception {
    Path there = bench.folder("commits-there");
    run(there, "git", "clone", "-q", own.toString(), "clone");
    Map<Path, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(there.resolve("clone"))) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        Path name = there.resolve("clone").relativize(file);
        if (!name.startsWith(".git")) {
          files.put(tree.resolve(name), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  /** What it holds of memory when the team's repository is a large one. */
  private static void large(Bench bench) throws Exception {
    Path packs = bench.folder("commits-packs");
    BenchPack.write(packs, FILES.getFirst());
    Path team = bench.folder("commits-team");
    fill(team);
    Map<String, String> environment =
        Map.of("AIWF_PACKS", packs.toString(), "AIWF_REPOSITORY_ALLOW_LOCAL", "true");
    List<List<String>> rows = new ArrayList<>();
    double own = 0;
    for (String repository :
        List.of("", ",\"repository\":\"%s\"".formatted(team.resolve("team.git").toUri()))) {
      try (Server aiwf = Programs.aiwf(bench, bench.folder("commits-data"), environment);
          Api api = new Api(aiwf)) {
        long begun = System.nanoTime();
        complete(api, 0, TIMES, repository);
        long took = (System.nanoTime() - begun) / TIMES;
        double resident = aiwf.residentKib() / 1024.0;
        own = own == 0 ? resident : own;
        rows.add(
            List.of(
                repository.isEmpty() ? "its own, empty" : "%,d files, linked".formatted(LARGE),
                "%,.0f MB".formatted(resident),
                Texts.ratio(resident / own),
                Texts.time(took)));
      }
    }
    bench
        .report()
        .table(
            "Memory beside a large repository",
            List.of("repository", "resident", "to its own", "a project's first step"),
            rows,
            "After %d projects, each with one step of %d files; the linked repository is of %,d MB."
                .formatted(TIMES, FILES.getFirst(), (long) LARGE * LARGE_BYTES / 1_000_000));
  }

  private static void fill(Path team) throws IOException, InterruptedException {
    run(team, "git", "init", "-q", "--bare", "-b", "main", "team.git");
    run(team, "git", "clone", "-q", "team.git", "clone");
    Path clone = team.resolve("clone");
    Random random = new Random(1);
    for (int i = 0; i < LARGE; i++) {
      Path file = clone.resolve("src/%03d/%05d.bin".formatted(i % 500, i));
      Files.createDirectories(file.getParent());
      byte[] bytes = new byte[LARGE_BYTES];
      random.nextBytes(bytes);
      Files.write(file, bytes);
    }
    run(clone, "git", "add", "-A");
    run(
        clone,
        "git",
        "-c",
        "user.name=ann",
        "-c",
        "user.email=ann@example.org",
        "commit",
        "-qm",
        "Begin");
    run(clone, "git", "push", "-q", "origin", "HEAD:main");
  }

  private static void run(Path where, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " did not work.");
    }
  }
}
