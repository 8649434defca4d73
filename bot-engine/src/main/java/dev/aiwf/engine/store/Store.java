package dev.aiwf.engine.store;

/** Which database the engine keeps everything in. */
public sealed interface Store {

  /** One in the data folder. */
  record InFolder() implements Store {}

  /**
   * One on a PostgreSQL server.
   *
   * @param url as JDBC has it
   */
  record OnServer(String url, String user, String password) implements Store {

    /** Stores may be logged; passwords are not, and a URL may hold one. */
    @Override
    public String toString() {
      return "OnServer[" + user + "]";
    }
  }
}
