package dev.aiwf.core.guide;

import dev.aiwf.core.chat.Block;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.project.Sidecar;
import dev.aiwf.core.rules.Aside;
import dev.aiwf.core.workflow.Workflow;
import java.util.Optional;

/**
 * What somebody is shown who asks beside the conversation, for their eyes only. It is a question:
 * it is no part of the project's history, and so holds nothing to be pressed.
 */
public final class Asked {

  private Asked() {}

  /** What these words ask to see; none if they are no such words. */
  public static Optional<Content> of(Workflow workflow, Sidecar sidecar, String words) {
    return Aside.meant(workflow, words)
        .map(shown -> Shows.of(workflow, sidecar, shown))
        .map(content ->
            new Content(
                content.blocks().stream()
                    .filter(block -> !(block instanceof Block.Buttons))
                    .toList()));
  }
}
