package dev.aiwf.knowledge.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads nothing of a response that is no answer. */
final class Refused<T> implements BodySubscriber<T> {

  private static final int BUSY = 429;

  private final Fault fault;

  Refused(Fault fault) {
    this.fault = fault;
  }

  /** What a status means that is not good. */
  static Fault fault(int status) {
    return new Fault(
        status == BUSY || status / 100 == 5 ? Fault.Kind.GONE : Fault.Kind.BROKEN,
        "It answered with status " + status);
  }

  @Override
  public CompletionStage<T> getBody() {
    return CompletableFuture.failedFuture(fault);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.cancel();
  }

  @Override
  public void onNext(List<ByteBuffer> item) {}

  @Override
  public void onError(Throwable throwable) {}

  @Override
  public void onComplete() {}
}
