package dev.aiwf.testkit.discord;

/** What can be allowed in a channel, and the bit that stands for it. */
public enum Permission {
  VIEW_CHANNEL(10),
  SEND_MESSAGES(11),
  EMBED_LINKS(14),
  ATTACH_FILES(15),
  READ_MESSAGE_HISTORY(16),
  MANAGE_THREADS(34),
  CREATE_PUBLIC_THREADS(35),
  SEND_MESSAGES_IN_THREADS(38);

  private final int bit;

  Permission(int bit) {
    this.bit = bit;
  }

  long mask() {
    return 1L << bit;
  }

  static long all() {
    long all = 0;
    for (Permission each : values()) {
      all |= each.mask();
    }
    return all;
  }
}
