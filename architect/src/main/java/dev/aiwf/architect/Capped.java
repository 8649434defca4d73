package dev.aiwf.architect;

import dev.aiwf.architect.Fault.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Reads an answer that has so many bytes at most, for as long as anybody waits for it. */
final class Capped extends FilterInputStream {

  private static final int MOST = 8 * 1024 * 1024;

  private int left = MOST;

  Capped(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    return counted(read, read);
  }

  /** A stream that always has more never waits, and so would not notice an interrupt by itself. */
  private int counted(int read, int bytes) throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("Nobody waits for the model any more");
    }
    if (read >= 0) {
      left -= bytes;
    }
    if (left < 0) {
      throw new Fault(Kind.BROKEN);
    }
    return read;
  }
}
