package dev.aiwf.architect;

import dev.langchain4j.model.chat.response.ChatResponse;

/** What arrives of an answer. */
sealed interface Event {

  record Text(String more) implements Event {}

  /** It thinks, or writes a call: nothing to show, but somebody is there. */
  record Busy() implements Event {}

  record Done(ChatResponse response) implements Event {}

  record Failed(Throwable thrown) implements Event {}

  /** Nothing more comes. Where it comes before an end or a failure, the answer broke off. */
  record Over() implements Event {}
}
