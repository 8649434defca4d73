package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.Requester;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Calls Discord's routes by the ids that are known, and tells what may work later from what will
 * not. JDA's own calls need a channel that it has in memory, and it has none that is archived; so
 * they are made a level below, where JDA still keeps to Discord's pace.
 */
final class DiscordApi {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What nobody waits for need not be late. */
  private static final Duration HURRY = Duration.ofSeconds(1);

  private final Supplier<@Nullable JDA> connected;

  DiscordApi(Supplier<@Nullable JDA> connected) {
    this.connected = connected;
  }

  /** What it knows of servers and channels. */
  JDA jda() throws NotNow {
    JDA jda = connected.get();
    // While a session begins anew, JDA knows of no channel; that does not mean that it is gone.
    if (jda == null || jda.getStatus() != JDA.Status.CONNECTED) {
      throw new NotNow("Discord is not connected just now.", (Throwable) null);
    }
    return jda;
  }

  /** Calls a route. */
  Answered call(Route.CompiledRoute route, @Nullable DataObject body)
      throws NotNow, NotEver, InterruptedException {
    return call(Set.of(), route, body)
        .orElseThrow(() -> new IllegalStateException("no error was expected"));
  }

  /** Calls a route whose answer may be one of these errors; none if it was. */
  Optional<Answered> call(
      Set<Integer> expected, Route.CompiledRoute route, @Nullable DataObject body)
      throws NotNow, NotEver, InterruptedException {
    return call(expected, route, json(body));
  }

  /** The same with files. */
  Optional<Answered> call(
      Set<Integer> expected,
      Route.CompiledRoute route,
      DataObject body,
      Collection<? extends AttachedFile> files)
      throws NotNow, NotEver, InterruptedException {
    return call(expected, route, parts(body, files));
  }

  private Optional<Answered> call(
      Set<Integer> expected, Route.CompiledRoute route, @Nullable RequestBody body)
      throws NotNow, NotEver, InterruptedException {
    try {
      return Optional.of(done(action(route, body)));
    } catch (ErrorResponseException e) {
      if (expected.contains(e.getErrorCode())) {
        return Optional.empty();
      }
      throw DiscordErrors.raise(e);
    }
  }

  private static @Nullable RequestBody parts(
      DataObject body, Collection<? extends AttachedFile> files) {
    return files.isEmpty()
        ? json(body)
        : AttachedFile.createMultipartBody(files, json(body)).build();
  }

  /** Calls a route; Discord's number for what was wrong if it is one of these, and else 0. */
  int tried(
      Set<Integer> expected,
      Route.CompiledRoute route,
      DataObject body,
      Collection<? extends AttachedFile> files)
      throws NotNow, NotEver, InterruptedException {
    try {
      var _ = done(action(route, parts(body, files)));
      return 0;
    } catch (ErrorResponseException e) {
      if (expected.contains(e.getErrorCode())) {
        return e.getErrorCode();
      }
      throw DiscordErrors.raise(e);
    }
  }

  /**
   * Calls a route whatever Discord said of its pace before, and does not wait if it is too fast: of
   * a thread's names Discord keeps a count of their own, which should hold up nothing else. False
   * if it is a thread that was put away, which takes no change but to be opened.
   */
  boolean atOnce(Route.CompiledRoute route, DataObject body)
      throws NotNow, NotEver, InterruptedException {
    try {
      var _ = done(action(route, json(body)).submit(false));
      return true;
    } catch (ErrorResponseException e) {
      if (e.getErrorCode() == DiscordErrors.ARCHIVED) {
        return false;
      }
      throw DiscordErrors.raise(e);
    }
  }

  /** Calls a route if that can be done at once. */
  void hurry(Route.CompiledRoute route, DataObject body)
      throws NotNow, NotEver, InterruptedException {
    try {
      var _ = done(action(route, json(body)).timeout(HURRY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (CancellationException e) {
      throw new NotNow("Discord asks for fewer calls.", e);
    } catch (ErrorResponseException e) {
      throw DiscordErrors.raise(e);
    }
  }

  private RestAction<Answered> action(Route.CompiledRoute route, @Nullable RequestBody body)
      throws NotNow {
    return new RestActionImpl<>(
        jda(), route, body, (response, _) -> new Answered(response.getString()));
  }

  private static @Nullable RequestBody json(@Nullable DataObject body) {
    return body == null ? null : RequestBody.create(body.toJson(), Requester.MEDIA_TYPE_JSON);
  }

  /** Waits for what an action comes to; Discord's own errors are thrown as they are. */
  static <T> T done(RestAction<T> action) throws NotNow, NotEver, InterruptedException {
    try {
      return done(action.submit());
    } catch (RejectedExecutionException e) {
      throw new NotNow("Discord is not connected just now.", e);
    }
  }

  private static <T> T done(CompletableFuture<T> answer)
      throws NotNow, NotEver, InterruptedException {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new NotNow("Discord did not answer.", e);
    } catch (InterruptedException e) {
      answer.cancel(false);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ErrorResponseException answered) {
        throw answered;
      }
      throw DiscordErrors.raise(e.getCause() == null ? e : e.getCause());
    }
  }
}
