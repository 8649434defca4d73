package dev.aiwf.web.pages;

import java.util.List;
import java.util.Optional;

/**
 * The page on which somebody says who they are elsewhere.
 *
 * @param frame what is around it
 * @param person who they are here
 * @param vouched whether anybody vouches for that
 * @param also who they are elsewhere
 * @param waiting who has typed their code and waits for a yes
 * @param told what came of what they just said
 */
public record MeView(
    Frame frame,
    String person,
    boolean vouched,
    List<String> also,
    Optional<String> waiting,
    Optional<String> told) {

  public MeView {
    also = List.copyOf(also);
  }
}
