package dev.aiwf.core.port;

import dev.aiwf.core.guide.Pipeline;

/** Draws what a surface can show as an image. */
@FunctionalInterface
public interface Pictures {

  /** The phases of the project of that name, as PNG. */
  byte[] pipeline(String project, Pipeline pipeline);
}
