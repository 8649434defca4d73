package dev.aiwf.engine.rows;

import dev.aiwf.core.workflow.Workflow;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Versions of workflows with their content, so that a project can stay on its own. */
public final class PackTable {

  private PackTable() {}

  public static void keep(Handle handle, Workflow workflow) {
    if (holds(handle, workflow.ref().hash())) {
      // A pack is long, and written out at every start it would delay each by as much.
      return;
    }
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

  private static boolean holds(Handle handle, String hash) {
    return handle
        .createQuery("select count(*) from pack where hash = :hash")
        .bind("hash", hash)
        .mapTo(Integer.class)
        .one()
        .equals(1);
  }

  public static Optional<Workflow> find(Handle handle, String hash) {
    return handle
        .createQuery("select content from pack where hash = :hash")
        .bind("hash", hash)
        .map((rows, _) -> Records.read(rows.getString(1), Workflow.class))
        .findOne();
  }
}
