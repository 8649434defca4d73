package dev.aiwf.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes say nothing but what was put into it. */
final class Zip {

  /** The earliest time that a zip can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream out;

  Zip(OutputStream out) {
    this.out = new ZipOutputStream(out);
  }

  void put(String name, byte[] bytes) {
    try {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(NO_TIME);
      out.putNextEntry(entry);
      out.write(bytes);
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes it whole. Without this it can't be opened, so that half of one is not taken for all. */
  void finish() throws IOException {
    out.finish();
  }
}
