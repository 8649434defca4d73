package dev.aiwf.architect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.port.Architect;
import dev.aiwf.core.port.Architect.Answer;
import dev.aiwf.core.port.Architect.Limits;
import dev.aiwf.core.port.Architect.Line;
import dev.aiwf.core.port.Architect.Talk;
import dev.aiwf.testkit.model.Dialect;
import dev.aiwf.testkit.model.Ear;
import dev.aiwf.testkit.model.FakeModel;
import dev.aiwf.testkit.model.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One architect talks with many, and none of them waits for another. */
class ManyAtOnceTest {

  private static final int MANY = 200;

  @ParameterizedTest
  @EnumSource
  void twoHundredAreHeardBeforeAnyOfThemIsAtItsEnd(Dialect dialect) throws Exception {
    CountDownLatch all = new CountDownLatch(MANY);
    try (FakeModel model = FakeModel.speaking(dialect);
        Meeting meeting = new Meeting();
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      model.otherwise(asked ->
          Play.says("You said ")
              .awaiting(all)
              .saying(asked.told().replaceAll("(?s).*#(\\d+).*", "$1")));
      Architect architect = meeting.with(model, dialect);
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        int number = i;
        answers.add(people.submit(() -> architect.talk(talk(number), heardOnce(all))));
      }
      for (int i = 0; i < MANY; i++) {
        assertThat(answers.get(i).get().text()).isEqualTo("You said " + i);
      }
    }
  }

  private static Ear heardOnce(CountDownLatch all) {
    boolean[] counted = {false};
    return new Ear()
        .stoppingWhen(ear -> {
          if (!counted[0] && !ear.heard().isEmpty()) {
            counted[0] = true;
            all.countDown();
          }
          return false;
        });
  }

  private static Talk talk(int number) {
    return new Talk(
        "You repeat numbers.",
        List.of(new Line.Said("Ada", "m1", "#" + number)),
        List.of(),
        new Limits(1, 5_000, 100, 20_000));
  }
}
