package dev.aiwf.discord;

import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Files on their way into Discord and out of it.
 *
 * @param api where messages are
 * @param home where Discord's API is, from where files may come as well
 */
record DiscordFiles(DiscordApi api, HttpUrl home) {

  private static final Set<String> HOLDERS = Set.of("cdn.discordapp.com", "media.discordapp.net");

  /** Brings a file into a thread, with a line above it. */
  void bring(String thread, String name, String line, byte[] bytes)
      throws NotNow, NotEver, InterruptedException {
    try (MessageCreateData data =
        new MessageCreateBuilder()
            .setContent(Markup.escaped(line))
            .setAllowedMentions(List.of())
            .mentionRepliedUser(false)
            .setFiles(FileUpload.fromData(bytes, name))
            .build()) {
      var _ =
          api.call(
              Set.of(),
              Route.Messages.SEND_MESSAGE.compile(thread),
              data.toData(),
              data.getAllDistinctFiles());
    }
  }

  /** A file that lies in a message. */
  record Found(String name, long size, String address) {}

  /** Finds a file in a message; it is named with its place there. */
  Found find(String thread, String file) throws NotNow, NotEver, InterruptedException {
    String[] where = file.split("/", 2);
    // The address in the message expires, so it is looked up when it is needed.
    DataObject message =
        api.call(Route.Messages.GET_MESSAGE.compile(thread, where[0]), null).object();
    DataArray attachments = message.optArray("attachments").orElseGet(DataArray::empty);
    int place = where.length > 1 && where[1].matches("\\d{1,2}") ? Integer.parseInt(where[1]) : 0;
    if (place >= attachments.length()) {
      throw new NotEver("The file is not there any more.");
    }
    DataObject attachment = attachments.getObject(place);
    return new Found(
        attachment.getString("filename"),
        attachment.getLong("size", 0),
        attachment.getString("url"));
  }

  /** Reads it, if it is no larger. */
  byte[] read(Found found, int largest) throws NotNow, NotEver {
    HttpUrl url = HttpUrl.parse(found.address());
    if (url == null
        || !(HOLDERS.contains(url.host())
            || (url.host().equals(home.host()) && url.port() == home.port()))) {
      throw new NotEver("The file does not lie in Discord.");
    }
    Request request = new Request.Builder().url(url).build();
    try (Response response = api.jda().getHttpClient().newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new NotEver("Discord did not hand the file over (%d).".formatted(response.code()));
      }
      byte[] bytes = response.body().byteStream().readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new NotEver("The file is larger than %,d bytes.".formatted(largest));
      }
      return bytes;
    } catch (IOException e) {
      throw new NotNow("Discord could not be reached.", e);
    }
  }
}
