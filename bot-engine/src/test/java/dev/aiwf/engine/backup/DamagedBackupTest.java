package dev.aiwf.engine.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aiwf.engine.Engine;
import dev.aiwf.engine.World;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Migration;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is cut off, changed or made up is refused, and what is there stays. */
class DamagedBackupTest {

  @TempDir private static Path folder;
  private static Path data;
  private static Path good;
  private static Restores restores;
  private static byte[] database;

  @BeforeAll
  static void good() throws Exception {
    data = folder.resolve("data");
    World world = new World(data, new Store.InFolder());
    Backups backups = new Backups(data, new Store.InFolder(), world.clock);
    restores = new Restores(backups);
    try (Engine engine = world.engine()) {
      new Someone(engine.inbox(), "support-bot", "lead", World.CHANNEL).start();
      await().until(engine::idle);
    }
    Path repository = DataFolder.repositories(data).resolve("support-bot.git");
    Files.createDirectories(repository);
    Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/x");
    good = backups.write(folder.resolve("good.zip")).file();
    database = Files.readAllBytes(data.resolve("aiwf.db"));
  }

  @AfterEach
  void nothingChanged() {
    assertThat(data.resolve("aiwf.db")).hasBinaryContent(database);
    assertThat(data.resolve("restore")).doesNotExist();
  }

  private void refused(Path file, String why) {
    assertThatThrownBy(() -> restores.stage(file))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageContaining(why)
        .hasMessageContaining("Nothing was changed");
  }

  @Test
  void one_that_ends_too_soon() throws IOException {
    byte[] whole = Files.readAllBytes(good);
    for (int part = 0; part < 16; part++) {
      Path cut = folder.resolve("cut.zip");
      Files.write(cut, Arrays.copyOf(whole, whole.length * part / 16));
      refused(cut, "cut.zip can't be restored");
    }
  }

  @Test
  void flipped_bits_are_found_or_change_nothing() throws IOException {
    Restores.Contents contents = restores.check(good);
    byte[] whole = Files.readAllBytes(good);
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = folder.resolve("flipped.zip");
      Files.write(file, flipped);
      try {
        assertThat(restores.check(file)).isEqualTo(contents);
      } catch (BackupTrouble e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repositories/../../evil",
        "repositories/a/../../../evil",
        "repositories//etc/evil",
        "repositories/a\\..\\evil",
        "repositories/c:evil",
        "repositories/.",
        "../evil",
        "/etc/evil",
        "tables/evil.jsonl",
        "signing.key"
      })
  void names_that_lead_elsewhere(String name) throws IOException {
    refused(forged(info -> info, Map.of(name, "evil")), "does not belong there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[true,\"m\",\"p\",\"{}\"]",
        "[1,\"m\",\"p\",\"{}\"]",
        "[\"c\",\"m\",\"p\"]",
        "[\"c\",\"m\",\"p\",\"{}\",\"more\"]",
        "[\"c\",\"m\",null,\"{}\"]",
        "[\"c\",\"m\",\"p\",{\"no\":\"text\"}]",
        "{\"id\":\"c\"}",
        "[\"c\",\"m\",\"p\",\"{}\"",
        ""
      })
  void rows_that_do_not_fit(String row) throws IOException {
    refused(
        forged(
            info -> rows(info, "control", 2),
            Map.of("tables/control.jsonl", "[\"a\",\"p\",\"m\",\"{}\"]\n" + row)),
        "control");
  }

  @Test
  void rows_that_fit_are_taken() throws IOException {
    Path file =
        forged(
            info -> rows(info, "control", 1),
            Map.of("tables/control.jsonl", "[\"a\",\"p\",\"m\",\"{}\"]"));
    restores.stage(file);
    StagedRestore.delete(data.resolve("restore"));
  }

  @Test
  void other_tables_and_columns() throws IOException {
    refused(
        forged(
            info ->
                Forging.with(info, info.schema(), info.tables().subList(1, info.tables().size())),
            Map.of()),
        "");
    refused(
        forged(
            info ->
                Forging.with(
                    info,
                    info.schema(),
                    info.tables().stream()
                        .map(table ->
                            new BackupInfo.Table(
                                table.name(),
                                List.of(new Tables.Column("id, evil", CellKind.TEXT)),
                                table.rows()))
                        .toList()),
            Map.of()),
        "other columns");
  }

  @Test
  void a_newer_schema() throws IOException {
    refused(
        forged(info -> Forging.with(info, Migration.newest() + 1, info.tables()), Map.of()),
        "newer aiwf");
  }

  @Test
  void more_than_there_is_room_for() throws IOException {
    refused(
        forged(
            info ->
                new BackupInfo(
                    1,
                    info.program(),
                    info.schema(),
                    info.database(),
                    info.at(),
                    info.tables(),
                    true,
                    info.files(),
                    Long.MAX_VALUE,
                    info.sums()),
            Map.of()),
        "MB are free");
  }

  @Test
  void a_text_without_end_is_not_taken_into_memory() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      ArchiveWriter archive = new ArchiveWriter(out, Instant.EPOCH);
      byte[] much = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      archive.add(
          "tables/inbox.jsonl",
          to -> {
            to.write('[');
            to.write('"');
            for (int i = 0; i < 40; i++) {
              to.write(much);
            }
          });
      BackupInfo info = info();
      archive.end(
          new BackupInfo(
              1,
              "",
              info.schema(),
              "sqlite",
              "",
              info.tables(),
              true,
              0,
              archive.bytes(),
              archive.addSums()));
    }
    refused(file, "row 0 of its table inbox");
  }

  @Test
  void no_backup_at_all() throws IOException {
    Path text = folder.resolve("text.zip");
    Files.writeString(text, "this is no archive");
    refused(text, "no complete backup");
    assertThatThrownBy(() -> restores.stage(folder.resolve("nowhere.zip")))
        .hasMessageContaining("There is no file");
  }

  private BackupInfo info() throws IOException {
    try (Archive archive = Archive.open(good)) {
      return archive.info();
    }
  }

  private static BackupInfo rows(BackupInfo info, String name, long rows) {
    return Forging.with(
        info,
        info.schema(),
        info.tables().stream()
            .map(table ->
                table.name().equals(name)
                    ? new BackupInfo.Table(name, table.columns(), rows)
                    : table)
            .toList());
  }

  /** A backup whose sums are all right, by somebody who means harm. */
  private Path forged(UnaryOperator<BackupInfo> lie, Map<String, String> files) throws IOException {
    return Forging.of(good, folder.resolve("forged.zip"), lie, files, Set.of());
  }
}
