package dev.aiwf.architect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a provider's own listener can't read ends the answer, with what was the matter. */
class GuardedTest {

  private final List<Throwable> told = new ArrayList<>();

  @Test
  void whatOnlyTheEndBringsToLightIsToldOnce() {
    Guarded guarded =
        new Guarded(
            new ServerSentEventListener() {
              @Override
              public void onEvent(ServerSentEvent event) {}

              @Override
              public void onClose() {
                throw new IllegalStateException("half a call");
              }

              @Override
              public void onError(Throwable thrown) {
                told.add(thrown);
              }
            });
    guarded.onClose();
    guarded.onError(new IllegalStateException("too late"));
    assertThat(told)
        .singleElement()
        .satisfies(fault -> assertThat(((Fault) fault).kind()).isEqualTo(Fault.Kind.BROKEN));
  }
}
