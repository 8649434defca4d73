package dev.aiwf.app;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** A program's input, which tells when it has come to its end. */
final class UntilItsEnd extends FilterInputStream {

  private final CountDownLatch ended = new CountDownLatch(1);

  UntilItsEnd(InputStream in) {
    super(in);
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public int read() throws IOException {
    return seen(super.read());
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return seen(super.read(bytes, offset, length));
  }

  @Override
  public void close() throws IOException {
    super.close();
    ended.countDown();
  }

  private int seen(int read) {
    if (read < 0) {
      ended.countDown();
    }
    return read;
  }
}
