package dev.aiwf.knowledge.client;

/** The same in the older way, where an outage ends the stream of the session. */
class BundledOverSseContractTest extends BundledContractTest {

  @Override
  String path() {
    return "/sse";
  }
}
