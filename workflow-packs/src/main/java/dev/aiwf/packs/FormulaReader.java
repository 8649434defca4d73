package dev.aiwf.packs;

import dev.aiwf.core.workflow.Formula;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads arithmetic. A sum is made of products, a product of parts, and a part is a number, a name,
 * a call or a sum in brackets.
 */
final class FormulaReader {

  /** Brackets can't be nested deeper than the stack reaches in a text of this length. */
  private static final int LONGEST = 500;

  private static final Pattern TOKEN =
      Pattern.compile("(?<number>\\d[\\d.]*)|(?<name>[a-z][a-z0-9_]*)|(?<sign>\\S)");

  private record Token(Kind kind, String text, int at) {}

  private enum Kind {
    NUMBER,
    NAME,
    SIGN
  }

  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private FormulaReader(String text) {
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      Kind kind =
          matcher.group("number") != null
              ? Kind.NUMBER
              : matcher.group("name") != null ? Kind.NAME : Kind.SIGN;
      tokens.add(new Token(kind, matcher.group(), matcher.start() + 1));
    }
  }

  /** The formula; none, and a problem, if the text is none. */
  static Optional<Formula> read(Source source, int line, String text) {
    if (text.length() > LONGEST) {
      source.problem(
          line,
          "A formula has %,d characters at most; work it out in several figures."
              .formatted(LONGEST));
      return Optional.empty();
    }
    try {
      return Optional.of(new FormulaReader(text).whole());
    } catch (NoFormula e) {
      source.problem(line, e.sentence);
      return Optional.empty();
    }
  }

  private Formula whole() {
    Formula formula = sum();
    if (next < tokens.size()) {
      throw unexpected(tokens.get(next));
    }
    return formula;
  }

  private Formula sum() {
    Formula left = product();
    while (true) {
      if (taken("+")) {
        left = new Formula.Pair(Formula.Operator.PLUS, left, product());
      } else if (taken("-")) {
        left = new Formula.Pair(Formula.Operator.MINUS, left, product());
      } else {
        return left;
      }
    }
  }

  private Formula product() {
    Formula left = part();
    while (true) {
      if (taken("*")) {
        left = new Formula.Pair(Formula.Operator.TIMES, left, part());
      } else if (taken("/")) {
        left = new Formula.Pair(Formula.Operator.OVER, left, part());
      } else {
        return left;
      }
    }
  }

  private Formula part() {
    Token token = peek();
    if (token == null) {
      throw new NoFormula("The formula ends where a number, a name or a bracket belongs.");
    }
    next++;
    return switch (token.kind()) {
      case NUMBER -> number(token);
      case NAME -> taken("(") ? call(token) : new Formula.Name(token.text());
      case SIGN -> {
        if (!token.text().equals("(")) {
          throw unexpected(token);
        }
        Formula inner = sum();
        close(token);
        yield inner;
      }
    };
  }

  private static Formula number(Token token) {
    if (!Fields.isNumber(token.text())) {
      throw unexpected(token);
    }
    return new Formula.Amount(new BigDecimal(token.text()));
  }

  private Formula call(Token name) {
    Formula.Operation operation =
        Arrays.stream(Formula.Operation.values())
            .filter(one -> one.key().equals(name.text()))
            .findFirst()
            .orElseThrow(() ->
                new NoFormula(
                    "There is no \"%s(…)\" in formulas; there are min(a, b), max(a, b) and ceil(a)."
                        .formatted(name.text())));
    List<Formula> of = new ArrayList<>();
    do {
      of.add(sum());
    } while (taken(","));
    close(name);
    boolean fits =
        switch (operation) {
          case MIN, MAX -> of.size() >= 2;
          case CEIL -> of.size() == 1;
        };
    if (!fits) {
      throw new NoFormula(
          switch (operation) {
            case MIN, MAX ->
                "\"%s\" at character %d takes two parts or more.".formatted(name.text(), name.at());
            case CEIL -> "\"%s\" at character %d takes one part.".formatted(name.text(), name.at());
          });
    }
    return new Formula.Call(operation, of);
  }

  private void close(Token opened) {
    if (taken(")")) {
      return;
    }
    Token token = peek();
    throw token == null
        ? new NoFormula(
            "The bracket after character %d is never closed in the formula.".formatted(opened.at()))
        : unexpected(token);
  }

  private boolean taken(String sign) {
    Token token = peek();
    boolean here = token != null && token.kind() == Kind.SIGN && token.text().equals(sign);
    next += here ? 1 : 0;
    return here;
  }

  private @Nullable Token peek() {
    return next < tokens.size() ? tokens.get(next) : null;
  }

  private static NoFormula unexpected(Token token) {
    return new NoFormula(
        "I don't know what to do with \"%s\" at character %d of the formula."
            .formatted(token.text(), token.at()));
  }

  private static final class NoFormula extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String sentence;

    NoFormula(String sentence) {
      super(sentence, null, false, false);
      this.sentence = sentence;
    }
  }
}
