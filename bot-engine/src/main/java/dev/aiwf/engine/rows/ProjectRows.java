package dev.aiwf.engine.rows;

import dev.aiwf.core.project.ProjectId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** All rows of a project, in whichever table. */
public final class ProjectRows {

  private static final List<String> TABLES =
      List.of(
          "journal", "message", "posting", "outbox", "control", "inbox", "spend", "spend_of_day");

  private ProjectRows() {}

  public static long count(Handle handle, String table, ProjectId project) {
    return handle
        .createQuery("select count(*) from " + table + " where project = :project")
        .bind("project", project.value())
        .mapTo(Long.class)
        .one();
  }

  /** Takes them away; answers with the commands that waited. */
  public static List<String> delete(Handle handle, ProjectId project) {
    List<String> waited =
        handle
            .createQuery("select command from inbox where project = :project and state = 'open'")
            .bind("project", project.value())
            .mapTo(String.class)
            .list();
    for (String table : TABLES) {
      delete(handle, "delete from " + table + " where project = :project", project);
    }
    delete(handle, "delete from project where id = :project", project);
    return waited;
  }

  private static void delete(Handle handle, String delete, ProjectId project) {
    handle.createUpdate(delete).bind("project", project.value()).execute();
  }
}
