package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks Discord's API a few things without a connection to its gateway, which JDA always opens. */
final class PlainCalls implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(PATIENCE).build();
  private final DiscordSettings settings;

  PlainCalls(DiscordSettings settings) {
    this.settings = settings;
  }

  Answered get(String path) throws NotNow, NotEver {
    return call(path, null);
  }

  Answered post(String path, DataObject body) throws NotNow, NotEver {
    return call(path, RequestBody.create(body.toJson(), JSON));
  }

  private Answered call(String path, @Nullable RequestBody body) throws NotNow, NotEver {
    Request request =
        new Request.Builder()
            .url(settings.apiUrl() + path)
            .header("Authorization", "Bot " + settings.token())
            .header("User-Agent", "DiscordBot (aiwf, 1)")
            .method(body == null ? "GET" : "POST", body)
            .build();
    try (Response response = http.newCall(request).execute()) {
      String text = response.body().string();
      if (response.isSuccessful()) {
        return new Answered(text);
      }
      if (response.code() == 429 || response.code() >= 500) {
        throw new NotNow(
            "Discord answered with status %d.".formatted(response.code()), (Throwable) null);
      }
      throw new NotEver(
          DiscordErrors.advice(code(text), response.code(), "status " + response.code()));
    } catch (IOException e) {
      throw new NotNow("Discord could not be reached.", e);
    } catch (ParsingException e) {
      throw new NotNow("Discord's answer could not be read.", e);
    }
  }

  private static int code(String body) {
    try {
      return new Answered(body).object().getInt("code", 0);
    } catch (ParsingException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
