package dev.aiwf.core.scenario;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How an architect did with people that another model played.
 *
 * @param scenario what it was about
 * @param covered how many of the asks that the scenario answers had an answer in the end, and
 * @param asks how many there are
 * @param kept how many calls of tools the rules took, and
 * @param calls how many there were
 * @param grounded how many recommendations rested on what had come back, and
 * @param recommendations how many there were
 * @param interactions how often people typed, pressed or sent something
 * @param tokens what the architect took
 * @param cost that in US dollars; none where no price is known
 * @param people the tokens that the model in the people's place took
 * @param step where the project stood in the end
 * @param end why it ended there
 */
public record Score(
    String scenario,
    int covered,
    int asks,
    int kept,
    int calls,
    int grounded,
    int recommendations,
    int interactions,
    long tokens,
    @Nullable BigDecimal cost,
    long people,
    String step,
    String end) {}
