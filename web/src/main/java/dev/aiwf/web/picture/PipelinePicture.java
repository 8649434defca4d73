package dev.aiwf.web.picture;

import dev.aiwf.core.guide.Pipeline;

/** The phases of a project as a picture for whatever can show one, a chat for instance. */
public final class PipelinePicture {

  private PipelinePicture() {}

  /** As SVG that stands alone; its title says what it shows. */
  public static String svg(String project, Pipeline pipeline) {
    return Svg.of(PipelineSketch.of(project, pipeline));
  }

  /** As PNG, in double density. */
  public static byte[] png(String project, Pipeline pipeline) {
    return Png.of(PipelineSketch.of(project, pipeline));
  }
}
