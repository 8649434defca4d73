package dev.aiwf.bench;

import java.nio.ByteBuffer;
import java.util.AbstractList;

/** One request as a list without end. */
final class Repeated extends AbstractList<ByteBuffer> {

  private final ByteBuffer request;

  Repeated(ByteBuffer request) {
    this.request = request;
  }

  @Override
  public ByteBuffer get(int index) {
    return request;
  }

  @Override
  public int size() {
    return Integer.MAX_VALUE;
  }
}
