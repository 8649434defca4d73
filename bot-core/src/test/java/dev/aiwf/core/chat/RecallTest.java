package dev.aiwf.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A brief beside the questions that it bears on. */
class RecallTest {

  private static final String LONG =
      """
      We are a team of nine. Customers write to us about their invoices all day long.
      Our articles change every week! The budget is 2,000 EUR in a month. Nobody of us has ever
      trained anything, and we would rather not begin with that now. The lawyers want every answer
      to name its source. Everything runs in Frankfurt today.\
      """;

  @Test
  void a_short_text_stands_whole() {
    assertThat(Recall.excerpt("It is for billing.", "Which budget?"))
        .contains("It is for billing.");
    assertThat(Recall.excerpt("x".repeat(150), "Which budget?")).isPresent();
  }

  @Test
  void of_a_long_one_only_the_sentences_that_bear_on_the_question_stand() {
    assertThat(Recall.excerpt(LONG, "Monthly budget"))
        .contains("The budget is 2,000 EUR in a month.");
    assertThat(Recall.excerpt(LONG, "How often do the articles change?"))
        .contains("Our articles change every week!");
  }

  @Test
  void words_are_one_whatever_their_ending() {
    assertThat(Recall.excerpt(LONG, "invoicing by a customer"))
        .contains("Customers write to us about their invoices all day long.");
  }

  @Test
  void two_sentences_keep_their_order() {
    assertThat(Recall.excerpt(LONG, "Frankfurt, lawyers"))
        .hasValueSatisfying(
            text -> assertThat(text).contains("lawyers").contains(" … Everything runs"));
  }

  @Test
  void where_none_fits_nothing_stands() {
    assertThat(Recall.excerpt(LONG, "GPU")).isEmpty();
    assertThat(Recall.excerpt(LONG, "Quantisation")).isEmpty();
    assertThat(Recall.excerpt("  ", "Budget")).isEmpty();
  }

  @Test
  void a_sentence_without_an_end_is_cut() {
    assertThat(Recall.excerpt("budget " + "x".repeat(400), "budget"))
        .hasValueSatisfying(text -> assertThat(text).hasSizeLessThanOrEqualTo(240).endsWith("x…"));
  }

  @Test
  void the_words_stand_as_a_quote_where_they_were_recalled() {
    Content content =
        new Content(List.of(new Block.Heading("Goal"), new Block.Recalled("said:c1", "goal")));
    assertThat(Recall.with(content, key -> Optional.of(key.equals("said:c1") ? "Billing." : "")))
        .isEqualTo(new Content(List.of(new Block.Heading("Goal"), new Block.Quote("Billing."))));
    assertThat(Recall.with(content, _ -> Optional.empty()))
        .isEqualTo(new Content(List.of(new Block.Heading("Goal"))));
    assertThat(content.text()).isEqualTo("Goal\n");
  }

  @Test
  void what_recalls_nothing_is_left_as_it_is() {
    Content content = Content.of("Hello.");
    assertThat(Recall.with(content, _ -> Optional.of("x"))).isSameAs(content);
  }
}
