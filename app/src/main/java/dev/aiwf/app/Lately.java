package dev.aiwf.app;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is looked up again only when what was found is old. */
final class Lately<T> implements Supplier<T> {

  private final Supplier<T> lookUp;
  private final long longEnough;
  private final LongSupplier nanos;
  private @Nullable T found;
  private long at;

  Lately(Supplier<T> lookUp, Duration longEnough, LongSupplier nanos) {
    this.lookUp = lookUp;
    this.longEnough = longEnough.toNanos();
    this.nanos = nanos;
  }

  @Override
  public synchronized T get() {
    T known = found;
    if (known == null || nanos.getAsLong() - at >= longEnough) {
      known = lookUp.get();
      found = known;
      at = nanos.getAsLong();
    }
    return known;
  }
}
