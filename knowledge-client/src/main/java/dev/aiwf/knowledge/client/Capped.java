package dev.aiwf.knowledge.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a response that has so many bytes at most, and no further. */
final class Capped<T> implements BodySubscriber<T> {

  private final BodySubscriber<T> inner;
  private final int most;
  private long seen;
  private boolean over;
  private Flow.@Nullable Subscription subscription;

  Capped(BodySubscriber<T> inner, int most) {
    this.inner = inner;
    this.most = most;
  }

  /** Counts anew: what was read is dealt with. To be called while it reads. */
  void begin() {
    seen = 0;
  }

  @Override
  public CompletionStage<T> getBody() {
    return inner.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    inner.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    if (over) {
      return;
    }
    seen += bytes.stream().mapToLong(ByteBuffer::remaining).sum();
    if (seen <= most) {
      inner.onNext(bytes);
      return;
    }
    over = true;
    if (subscription != null) {
      subscription.cancel();
    }
    inner.onError(
        new Fault(Fault.Kind.BROKEN, "Its answer is longer than %,d bytes".formatted(most)));
  }

  @Override
  public void onError(Throwable throwable) {
    if (!over) {
      inner.onError(throwable);
    }
  }

  @Override
  public void onComplete() {
    if (!over) {
      inner.onComplete();
    }
  }
}
