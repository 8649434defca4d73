package dev.aiwf.engine;

import dev.aiwf.core.workflow.Workflow;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Versions of workflows with their content, so that a project can stay on its own. */
final class PackTable {

  private PackTable() {}

  static void keep(Handle handle, Workflow workflow) {
    handle
        .createUpdate(
            """
            insert into pack (hash, id, version, content)
            values (:hash, :id, :version, :content) on conflict do nothing
            """)
        .bind("hash", workflow.ref().hash())
        .bind("id", workflow.ref().id())
        .bind("version", workflow.ref().version())
        .bind("content", Records.write(workflow))
        .execute();
  }

  static Optional<Workflow> find(Handle handle, String hash) {
    return handle
        .createQuery("select content from pack where hash = :hash")
        .bind("hash", hash)
        .map((rows, _) -> Records.read(rows.getString(1), Workflow.class))
        .findOne();
  }
}
