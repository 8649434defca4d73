package dev.aiwf.engine.backup;

import dev.aiwf.engine.rows.Records;
import dev.aiwf.engine.store.OwnersFile;
import dev.aiwf.engine.store.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup's entries, then the list of their sums as {@code sha256sum} knows it, then what
 * the backup says about itself: a file that ends too soon has none of that.
 */
final class ArchiveWriter {

  static final String INFO = "backup.json";
  static final String SUMS = "SHA256SUMS";

  private final ZipOutputStream zip;
  private final Instant at;
  private final ByteArrayOutputStream sums = new ByteArrayOutputStream();
  private long bytes;

  ArchiveWriter(OutputStream out, Instant at) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.at = at;
  }

  /** Adds an entry. */
  void add(String name, OwnersFile.Content content) throws IOException {
    Counted counted = new Counted(begin(name));
    content.writeTo(counted);
    zip.closeEntry();
    bytes += counted.bytes;
    sums.writeBytes(
        (Sha256.hex(counted.digest) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** How much all entries hold. */
  long bytes() {
    return bytes;
  }

  /** Adds the list of sums, and answers with its own. */
  String addSums() throws IOException {
    Counted counted = new Counted(begin(SUMS));
    sums.writeTo(counted);
    zip.closeEntry();
    return Sha256.hex(counted.digest);
  }

  void end(BackupInfo info) throws IOException {
    begin(INFO).write(Records.write(info).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
  }

  private OutputStream begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(at.toEpochMilli());
    zip.putNextEntry(entry);
    return zip;
  }

  /** Closing it leaves the archive open for the next entry. */
  private static final class Counted extends FilterOutputStream {

    private final MessageDigest digest = Sha256.begin();
    private long bytes;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      out.write(some, from, length);
      digest.update(some, from, length);
      bytes += length;
    }

    @Override
    public void close() {
      // See above.
    }
  }
}
