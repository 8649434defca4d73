package dev.aiwf.engine.backup;

import dev.aiwf.engine.store.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Counts and sums what is read, and stops where more comes than was said to be there. */
final class BoundedInput extends FilterInputStream {

  private final MessageDigest digest = Sha256.begin();
  private final String name;
  private long left;

  BoundedInput(InputStream in, String name, long most) {
    super(in);
    this.name = name;
    this.left = most;
  }

  /** The digest of all that was read; asked once, at the end. */
  String sum() {
    return Sha256.hex(digest);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = in.read(into, from, length);
    if (read > 0) {
      left -= read;
      if (left < 0) {
        throw new BackupTrouble("%s in it is larger than it says".formatted(name));
      }
      digest.update(into, from, read);
    }
    return read;
  }

  @Override
  public long skip(long some) throws IOException {
    return readNBytes((int) Math.min(some, 1 << 13)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
