package dev.aiwf.knowledge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody else's text on one line. */
class PlainTest {

  @Test
  void theEntriesOfAListDoNotRunIntoEachOther() {
    assertThat(Plain.text("RAG only\n\n  Hybrid \nLook it up.\nWhat changes:\ntariffs\n"))
        .isEqualTo("RAG only; Hybrid; Look it up. What changes: tariffs");
    assertThat(Plain.text("\n\n")).isEmpty();
    assertThat(Plain.text("entry\n".repeat(100_000))).hasSizeLessThanOrEqualTo(240);
  }
}
