package dev.aiwf.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwf.core.project.Input;
import dev.aiwf.core.workflow.Ask;
import dev.aiwf.core.workflow.AskType;
import dev.aiwf.core.workflow.Depth;
import dev.aiwf.core.workflow.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

  private static final AskType CHOICE =
      new AskType.Choice(
          List.of(
              new AskType.Option("knowledge-qa", "Answers from documents", null),
              new AskType.Option("code", "Code assistant", null),
              new AskType.Option("content", "Content", null)));
  private static final AskType NUMBER =
      new AskType.Number(BigDecimal.ZERO, new BigDecimal("1000000000"), "examples");

  private static Reading read(AskType type, Input input) {
    return Reader.read(new Ask("x", "What?", null, true, Depth.QUICK, type, List.of()), input);
  }

  private static String why(AskType type, Input input) {
    assertThat(read(type, input)).isInstanceOf(Reading.NotUnderstood.class);
    return ((Reading.NotUnderstood) read(type, input)).why();
  }

  @ParameterizedTest
  @CsvSource({
    "300, 300", "10k, 10000", "'1,500', 1500", "~300 tickets, 300", "2 million, 2000000",
    "'about 1.5k', 1500", "0, 0", "99.5 %, 99.5", "2s, 2", "€1500, 1500",
    "5 minutes, 5", "500 ms, 500", "300 mails, 300", "3 kg, 3", "5m, 5000000"
  })
  void numbers_are_found_where_people_put_them(String typed, BigDecimal number) {
    assertThat(read(NUMBER, new Input.Text(typed)))
        .isEqualTo(new Reading.Understood(new Value.Number(number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a few hundred", "300 to 500", "", "k", "1e999999999"})
  void no_number_or_more_than_one_is_asked_again(String typed) {
    assertThat(why(NUMBER, new Input.Text(typed))).contains("Type one, like 300 or 10k");
  }

  @Test
  void numbers_keep_their_bounds() {
    assertThat(why(NUMBER, new Input.Text("-1"))).contains("below 0 examples");
    assertThat(why(NUMBER, new Input.Text("2000 million"))).contains("above");
    assertThat(why(NUMBER, new Input.Number(new BigDecimal("1e500000000")))).contains("too large");
  }

  @ParameterizedTest
  @CsvSource({
    "knowledge-qa, knowledge-qa", "Knowledge QA, knowledge-qa",
        "answers from documents, knowledge-qa",
    "answers, knowledge-qa", "2, code", "CODE, code"
  })
  void an_option_is_known_by_key_label_place_or_beginning(String typed, String key) {
    assertThat(read(CHOICE, new Input.Text(typed)))
        .isEqualTo(new Reading.Understood(new Value.Choice(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"co", "", "4", "0", "poem"})
  void what_fits_no_option_or_several_is_asked_again(String typed) {
    assertThat(why(CHOICE, new Input.Text(typed))).contains("Choose one of");
  }

  @Test
  void text_loses_what_can_not_be_seen() {
    assertThat(read(new AskType.Text(200), new Input.Text("  a\u202Eb\u0000c\u200B\r\nd\u2066e  ")))
        .isEqualTo(new Reading.Understood(new Value.Text("abc\nde")));
    assertThat(why(new AskType.Text(200), new Input.Text("\u200B \u0007"))).contains("empty");
    assertThat(why(new AskType.Text(10), new Input.Text("x".repeat(11)))).contains("11 characters");
  }

  @Test
  void lists_take_a_line_for_each_thing() {
    assertThat(read(new AskType.Items(3), new Input.Text("a\n\n b ;c")))
        .isEqualTo(new Reading.Understood(new Value.Items(List.of("a", "b", "c"))));
    assertThat(why(new AskType.Items(2), new Input.Items(List.of("a", "b", "c"))))
        .contains("up to 2");
  }

  @Test
  void tables_keep_their_columns_in_order() {
    AskType table = new AskType.Table(List.of("source", "format"), 5);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("format", "HTML");
    row.put("source", "wiki");
    assertThat(read(table, new Input.Rows(List.of(row)))).isInstanceOf(Reading.Understood.class);
    assertThat(read(table, new Input.Text("wiki | HTML")))
        .isEqualTo(read(table, new Input.Rows(List.of(row))));
    assertThat(((Reading.Understood) read(table, new Input.Text("wiki|HTML"))).value().text())
        .isEqualTo("wiki, HTML");
    assertThat(read(table, new Input.Text("help centre, HTML")))
        .isEqualTo(read(table, new Input.Text("help centre | HTML")));
    assertThat(why(table, new Input.Text("just one thing")))
        .isEqualTo(
            "I found 1 of 2 columns in \"just one thing\". Put a bar between them: source |"
                + " format.");
    assertThat(why(table, new Input.Text("a | b | c"))).contains("3 cells");
    assertThat(why(table, new Input.Rows(List.of(Map.of("colour", "red")))))
        .contains("no column colour");
  }

  @Test
  void a_decision_takes_its_reasons_along() {
    AskType decision = new AskType.Decision("d-1", CHOICE.options(), List.of(), null);
    assertThat(read(decision, new Input.Decision("code", " because ")))
        .isEqualTo(new Reading.Understood(new Value.Decision("code", "because")));
    assertThat(why(decision, new Input.Decision("code", "x".repeat(4_001)))).contains("rationale");
    assertThat(why(decision, new Input.Decision("poem", ""))).contains("not offered");
  }
}
