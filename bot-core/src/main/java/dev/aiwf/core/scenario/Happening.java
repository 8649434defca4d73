package dev.aiwf.core.scenario;

import dev.aiwf.core.chat.Content;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that people in the channel see, or do there. */
public sealed interface Happening {

  /**
   * A new message.
   *
   * @param key what it is for
   * @param by who says it; none when aiwf speaks
   * @param content what it says
   */
  record Said(String key, @Nullable String by, Content content) implements Happening {}

  /** A message that changed where it stands. */
  record Redrawn(String key, Content before, Content content) implements Happening {}

  /** What one person was told that the others do not see. */
  record Whispered(String to, Content content) implements Happening {}

  /**
   * Somebody pressed a button.
   *
   * @param by who
   * @param label what stands on the button
   * @param filled what was filled into the form that it opened, by the fields' labels
   */
  record Pressed(String by, String label, Map<String, String> filled) implements Happening {
    public Pressed {
      filled = Collections.unmodifiableMap(new LinkedHashMap<>(filled));
    }
  }

  /** Somebody asked for something in another way than by a button or by talking. */
  record Asked(String by, String words) implements Happening {}

  /**
   * The architect used a tool.
   *
   * @param with what it sent along, in short
   * @param came what came of it, in a line
   */
  record Used(String tool, String with, String came, boolean refused) implements Happening {}

  /** Time passed. */
  record Waited(Duration time) implements Happening {}
}
