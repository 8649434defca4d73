package dev.aiwf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aiwf.core.chat.Content;
import dev.aiwf.core.people.Person;
import dev.aiwf.core.port.Surface;
import dev.aiwf.core.project.ChannelId;
import dev.aiwf.engine.store.DataFolder;
import dev.aiwf.engine.store.Store;
import dev.aiwf.testkit.Someone;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that does not answer. */
class SilentSurfaceTest {

  private static final int CHANNELS = 50;

  @TempDir private Path folder;

  @Test
  void howeverManyWaitForItTheOthersGoOn() throws DataFolder.InUse {
    World world = new World(folder, new Store.InFolder());
    Silent silent = new Silent();
    try (Engine engine = Engine.open(world.parts(DataFolder.take(folder)))) {
      engine.work(List.of(silent));
      for (int i = 0; i < CHANNELS; i++) {
        new Someone(engine.inbox(), "heard-" + i, "lead", new ChannelId("test:channel-" + i))
            .start();
      }
      await().until(() -> silent.asked.get() == CHANNELS);
      Someone alone = new Someone(engine.inbox(), "unheard", "lead", null);
      alone.start();
      await()
          .until(() ->
              engine.projects().find(alone.project()).orElseThrow().sidecar().visitNumber() == 1);
      alone.answersEverything();
      alone.continues("m1");
      await().until(() -> !world.published.isEmpty());
      assertThat(world.published)
          .as("its step is committed while all of these wait")
          .singleElement()
          .satisfies(publish -> assertThat(publish.project()).isEqualTo(alone.project()));
      silent.answers.countDown();
      await().until(engine::idle);
    }
  }

  private static final class Silent implements Surface {
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String name() {
      return "test";
    }

    @Override
    public Posted show(Showing showing) throws InterruptedException {
      asked.incrementAndGet();
      answers.await();
      return new Posted("room", showing.channel() + " " + showing.posting());
    }

    @Override
    public void whisper(ChannelId channel, @Nullable String root, Person person, Content content) {}
  }
}
