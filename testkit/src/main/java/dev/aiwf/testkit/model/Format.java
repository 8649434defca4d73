package dev.aiwf.testkit.model;

import dev.aiwf.testkit.model.Play.Ends;
import dev.aiwf.testkit.model.Play.Trouble;
import dev.aiwf.testkit.model.Play.Usage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A provider's way of putting things. */
interface Format {

  /** What its address ends with, as people set it. */
  String path();

  /** What a request for a stream is sent to, after that. */
  String endpoint(String model);

  /** The header that holds the key, and what it looks like there. */
  Map.Entry<String, String> key(String key);

  /** The content type of a stream. */
  String type();

  /** Reads a request, and holds it to the provider's rules. */
  Asked read(ObjectNode body, String model) throws Rejected;

  int status(Trouble trouble);

  String error(Trouble trouble);

  /** A stream that is about to begin. */
  Speaking speaking(Out out, String model, Optional<Usage> usage);

  /** Writes an answer, piece by piece. */
  interface Speaking {

    void begin() throws IOException;

    void says(String text) throws IOException;

    void calls(int number, String tool, String json) throws IOException;

    void end(Ends how, boolean called) throws IOException;
  }
}
