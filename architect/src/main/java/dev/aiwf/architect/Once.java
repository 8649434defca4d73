package dev.aiwf.architect;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are let go of once they were taken. The client keeps a request for as long as its
 * answer takes, and many answers are waited for at once.
 */
final class Once implements Iterator<byte[]> {

  private byte @Nullable [] bytes;

  Once(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public boolean hasNext() {
    return bytes != null;
  }

  @Override
  public byte[] next() {
    byte[] taken = bytes;
    if (taken == null) {
      throw new NoSuchElementException();
    }
    bytes = null;
    return taken;
  }
}
