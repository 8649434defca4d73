package dev.aiwf.bench;

import java.nio.ByteBuffer;

/** Reads just enough of an HTTP answer to know its status and where it ends. */
final class Answer {

  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(Texts.UTF_8);
  private static final byte[] CHUNKED = "\r\ntransfer-encoding: chunked".getBytes(Texts.UTF_8);
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(Texts.UTF_8);

  private Answer() {}

  /** The status, once all of the answer is between 0 and the buffer's position; 0 until then. */
  static int status(ByteBuffer read) {
    int end = read.position();
    int head = headEnd(read, end);
    if (head < 0) {
      return 0;
    }
    int length = find(read, LENGTH, head);
    boolean whole =
        length >= 0
            ? end >= head + number(read, length + LENGTH.length)
            : find(read, CHUNKED, head) < 0 || endsWith(read, end, LAST_CHUNK);
    return whole ? (int) number(read, STATUS_AT) : 0;
  }

  private static int headEnd(ByteBuffer read, int end) {
    for (int i = 3; i < end; i++) {
      if (read.get(i) == '\n' && read.get(i - 1) == '\r' && read.get(i - 2) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int find(ByteBuffer read, byte[] lowerCase, int end) {
    for (int i = 0; i <= end - lowerCase.length; i++) {
      int same = 0;
      while (same < lowerCase.length && lower(read.get(i + same)) == lowerCase[same]) {
        same++;
      }
      if (same == lowerCase.length) {
        return i;
      }
    }
    return -1;
  }

  private static int lower(byte character) {
    return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
  }

  private static boolean endsWith(ByteBuffer read, int end, byte[] tail) {
    for (int i = 0; i < tail.length; i++) {
      if (end < tail.length || read.get(end - tail.length + i) != tail[i]) {
        return false;
      }
    }
    return true;
  }

  private static long number(ByteBuffer read, int from) {
    int i = from;
    while (read.get(i) == ' ') {
      i++;
    }
    long number = 0;
    for (; read.get(i) >= '0' && read.get(i) <= '9'; i++) {
      number = number * 10 + (read.get(i) - '0');
    }
    return number;
  }
}
