package dev.aiwf.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;
import java.util.List;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Files on their way into Slack and out of it. */
record SlackFiles(SlackApi api) {

  /**
   * Brings a file into a thread: Slack names a place to send it to, and shows it once it is told
   * that it is there.
   */
  void bring(String channel, @Nullable String thread, String name, String title, byte[] bytes)
      throws NotNow, NotEver, InterruptedException {
    var place =
        api.ask(
            slack -> slack.filesGetUploadURLExternal(r -> r.filename(name).length(bytes.length)));
    Request sending =
        new Request.Builder()
            .url(place.getUploadUrl())
            .post(RequestBody.create(bytes, null))
            .build();
    int status = api.exchange(sending, Response::code);
    if (status != 200) {
      throw new NotNow("Slack did not take the file (%d).".formatted(status), (Throwable) null);
    }
    var _ =
        api.ask(slack ->
            slack.filesCompleteUploadExternal(r ->
                r.files(List.of(FileDetails.builder().id(place.getFileId()).title(title).build()))
                    .channelId(channel)
                    .threadTs(thread)));
  }

  /** Reads a file that somebody put into Slack, if it is no larger. */
  byte[] read(String address, int largest) throws NotNow, NotEver, InterruptedException {
    return api.exchange(
        api.asking(address),
        response -> {
          if (!response.isSuccessful()) {
            throw new NotEver("Slack did not hand the file over (%d).".formatted(response.code()));
          }
          byte[] bytes = response.body().byteStream().readNBytes(largest + 1);
          if (bytes.length > largest) {
            throw new NotEver("The file is larger than %,d bytes.".formatted(largest));
          }
          return bytes;
        });
  }
}
