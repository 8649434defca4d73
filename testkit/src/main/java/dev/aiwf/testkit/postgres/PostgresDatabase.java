package dev.aiwf.testkit.postgres;

/**
 * A database on a test's server, and who may work on it.
 *
 * @param name as the server knows it
 * @param url as JDBC has it
 */
public record PostgresDatabase(String name, String url, String user, String password) {}
