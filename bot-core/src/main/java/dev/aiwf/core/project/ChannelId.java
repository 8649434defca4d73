package dev.aiwf.core.project;

/**
 * Names a place where a project is talked about, for example {@code slack:T1:C7:support-bot}.
 *
 * @param value the surface, a colon, and what that surface needs to find the place again
 */
public record ChannelId(String value) implements Comparable<ChannelId> {

  /** The surface the channel belongs to. */
  public String surface() {
    int colon = value.indexOf(':');
    return colon < 0 ? value : value.substring(0, colon);
  }

  @Override
  public int compareTo(ChannelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
