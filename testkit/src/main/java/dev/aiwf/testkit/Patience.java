package dev.aiwf.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Tests wait for what must happen, not for how soon: on a machine that others use too, a post that
 * keeps to Slack's pace may take its time.
 */
public final class Patience implements LauncherSessionListener {

  /** For whatever must happen; a test that waits for so long has failed. */
  public static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LONG_ENOUGH);
  }
}
