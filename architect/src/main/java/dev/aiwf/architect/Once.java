package dev.aiwf.architect;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are let go of once they were taken. Java's client keeps what gives them for as long as
 * an answer takes, and hundreds of answers are waited for at once.
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
