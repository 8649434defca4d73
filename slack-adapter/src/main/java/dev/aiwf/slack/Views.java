package dev.aiwf.slack;

import com.slack.api.model.view.View;
import dev.aiwf.core.chat.Content;
import dev.aiwf.core.port.NotEver;
import dev.aiwf.core.port.NotNow;

/** Opens forms. */
final class Views {

  private Views() {}

  /** In the call that is being acknowledged: what opens it lives three seconds. */
  static void open(SlackApi api, Whispers whispers, Asker asker, String trigger, View view) {
    try {
      var _ = api.askAtOnce(slack -> slack.viewsOpen(r -> r.triggerId(trigger).view(view)));
    } catch (NotNow | NotEver e) {
      whispers.tell(
          asker, Content.of("The form did not open. Press the button again. " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
