package dev.aiwf.engine.backup;

import dev.aiwf.engine.rows.Records;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/**
 * A backup that is read. It may have been cut off, changed or made up, so nothing it says is
 * believed before it was checked.
 */
final class Archive implements AutoCloseable {

  private static final long MOST_INFO = 1 << 20;
  private static final long MOST_SUMS = 1 << 26;
  private static final int SUM = 64;

  private final ZipFile zip;
  private final BackupInfo info;

  private Archive(ZipFile zip, BackupInfo info) {
    this.zip = zip;
    this.info = info;
  }

  /** What is done with each file of a backup. */
  @FunctionalInterface
  interface Visitor {
    void visit(String name, String sum) throws IOException;
  }

  /** What is done with the content of a file. */
  @FunctionalInterface
  interface Reading {
    void read(InputStream in) throws IOException;
  }

  static Archive open(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    try (InputStream in = bounded(zip, ArchiveWriter.INFO, MOST_INFO)) {
      byte[] info = in.readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(info);
      // All else is summed in it; nobody sums it but the archive.
      if (sum.getValue() != entry(zip, ArchiveWriter.INFO).getCrc()) {
        throw new BackupTrouble("%s in it is damaged".formatted(ArchiveWriter.INFO));
      }
      return new Archive(zip, parsed(new String(info, StandardCharsets.UTF_8)));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static BackupInfo parsed(String json) {
    BackupInfo info;
    try {
      info = Records.read(json, BackupInfo.class);
    } catch (JacksonException e) {
      throw new BackupTrouble("its backup.json can't be read", e);
    }
    if (info.format() != BackupInfo.FORMAT) {
      throw new BackupTrouble(
          "it is in format %d, and this version reads format %d"
              .formatted(info.format(), BackupInfo.FORMAT));
    }
    return info;
  }

  BackupInfo info() {
    return info;
  }

  /** Reads all of it once and holds it against its sums. */
  void check() throws IOException {
    long bytes =
        zip.stream()
            .filter(entry -> !entry.getName().equals(ArchiveWriter.INFO))
            .filter(entry -> !entry.getName().equals(ArchiveWriter.SUMS))
            .mapToLong(ZipEntry::getSize)
            .sum();
    if (bytes != info.bytes()) {
      throw new BackupTrouble("its files are not as large as it says");
    }
    read(ArchiveWriter.SUMS, info.sums(), MOST_SUMS, in -> in.transferTo(nowhere()));
    Set<String> names = new HashSet<>();
    each((name, sum) -> {
      if (!names.add(name)) {
        throw new BackupTrouble("it lists %s twice".formatted(name));
      }
      read(name, sum, in -> in.transferTo(nowhere()));
    });
    if (names.size() + 2 != zip.size()) {
      throw new BackupTrouble("it holds files that it does not list");
    }
  }

  private static OutputStream nowhere() {
    return OutputStream.nullOutputStream();
  }

  /** Visits each file that the backup lists. */
  void each(Visitor visitor) throws IOException {
    try (InputStream in = bounded(zip, ArchiveWriter.SUMS, MOST_SUMS);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.length() < SUM + 3) {
          throw new BackupTrouble("its list of sums can't be read");
        }
        visitor.visit(line.substring(SUM + 2), line.substring(0, SUM));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Reads a file whole, and throws afterwards if it was not what was listed. */
  void read(String name, String sum, Reading reading) throws IOException {
    read(name, sum, entry(zip, name).getSize(), reading);
  }

  private void read(String name, String sum, long most, Reading reading) throws IOException {
    try (BoundedInput in = bounded(zip, name, most)) {
      reading.read(in);
      in.transferTo(nowhere());
      if (!in.sum().equals(sum)) {
        throw new BackupTrouble("%s in it is damaged".formatted(name));
      }
    }
  }

  private static BoundedInput bounded(ZipFile zip, String name, long most) throws IOException {
    ZipEntry entry = entry(zip, name);
    if (entry.getSize() > most) {
      throw new BackupTrouble("%s in it is too large".formatted(name));
    }
    return new BoundedInput(zip.getInputStream(entry), name, most);
  }

  private static ZipEntry entry(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw new BackupTrouble("%s is missing in it".formatted(name));
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
