package dev.aiwf.artifacts.git;

import dev.aiwf.core.port.Repositories.Edit;
import dev.aiwf.core.project.Repository.Collision;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a commit will hold.
 *
 * @param tree its tree
 * @param changed the paths that it changes
 * @param edits what people changed since the project's last commit
 * @param collisions what is to be settled
 * @param edited files that then hold more than was rendered
 * @param bases files that do not begin from what is rendered now, with the number they begin from
 */
record Composed(
    ObjectId tree,
    List<String> changed,
    List<Edit> edits,
    List<Collision> collisions,
    NavigableSet<String> edited,
    NavigableMap<String, Long> bases) {}
