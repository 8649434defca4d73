package dev.aiwf.engine.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes backups that say something else than the one they are made of, with sums that are right.
 */
final class Forging {

  private Forging() {}

  /**
   * Makes one.
   *
   * @param says what it says about itself
   * @param instead what it holds instead, or besides, by name
   * @param without what it does not hold
   */
  static Path of(
      Path good,
      Path file,
      UnaryOperator<BackupInfo> says,
      Map<String, String> instead,
      Set<String> without)
      throws IOException {
    Map<String, String> more = new HashMap<>(instead);
    try (OutputStream out = Files.newOutputStream(file);
        Archive archive = Archive.open(good)) {
      ArchiveWriter writer = new ArchiveWriter(out, Instant.EPOCH);
      archive.each((name, sum) -> {
        String other = more.remove(name);
        if (without.contains(name)) {
          return;
        }
        writer.add(
            name,
            to -> {
              if (other == null) {
                archive.read(name, sum, in -> in.transferTo(to));
              } else {
                to.write(other.getBytes(StandardCharsets.UTF_8));
              }
            });
      });
      for (Map.Entry<String, String> each : more.entrySet()) {
        writer.add(each.getKey(), to -> to.write(each.getValue().getBytes(StandardCharsets.UTF_8)));
      }
      BackupInfo info = archive.info();
      writer.end(
          says.apply(
              new BackupInfo(
                  info.format(),
                  info.program(),
                  info.schema(),
                  info.database(),
                  info.at(),
                  info.tables(),
                  info.whole(),
                  info.files(),
                  writer.bytes(),
                  writer.addSums())));
    }
    return file;
  }

  static BackupInfo with(BackupInfo info, int schema, List<BackupInfo.Table> tables) {
    return new BackupInfo(
        info.format(),
        info.program(),
        schema,
        info.database(),
        info.at(),
        tables,
        info.whole(),
        info.files(),
        info.bytes(),
        info.sums());
  }
}
