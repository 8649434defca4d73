package dev.aiwf.knowledge;

import dev.aiwf.knowledge.http.Limits;
import dev.aiwf.knowledge.items.Folder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the knowledge server is to be.
 *
 * @param bundled the folder that comes with the product
 * @param team a team's own folders
 * @param hosts the names it answers to beside loopback's
 * @param trustsLoopback whether programs on this machine need no key
 * @param key what all others must show
 * @param limits how much is taken from those who ask
 * @param version what it tells clients of itself
 */
public record KnowledgeSettings(
    Path bundled,
    List<Path> team,
    Set<String> hosts,
    boolean trustsLoopback,
    Optional<String> key,
    Limits limits,
    String version) {

  public KnowledgeSettings {
    team = List.copyOf(team);
    hosts = Set.copyOf(hosts);
  }

  /** Reached from this machine only. */
  public static KnowledgeSettings onLoopback(Path bundled, List<Path> team, String version) {
    return new KnowledgeSettings(
        bundled, team, Set.of(), true, Optional.empty(), Limits.usual(), version);
  }

  List<Folder> folders() {
    List<Folder> folders = new ArrayList<>(List.of(new Folder(bundled, false)));
    team.forEach(path -> folders.add(new Folder(path, true)));
    return folders;
  }

  /** Settings may be printed; a key is not. */
  @Override
  public String toString() {
    return "KnowledgeSettings[" + bundled + ", " + team + ", " + hosts + "]";
  }
}
