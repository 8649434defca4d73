package dev.aiwf.core.port;

import dev.aiwf.core.project.Finding;
import dev.aiwf.core.workflow.Consult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The knowledge bases that are connected, asked as one. */
public interface Knowledge {

  /** The most that one consult brings back. */
  int MOST = 5;

  /**
   * Asks all of these side by side. What comes back is bounded in number and length, the best
   * first, no item twice in one reply.
   *
   * @throws NotNow where no knowledge base could be reached and nothing is remembered of one
   */
  List<Reply> ask(List<Consult> consults) throws NotNow, InterruptedException;

  /**
   * Looks for items in people's own words.
   *
   * @param limit the most that is wanted, up to 100
   */
  Reply search(String words, int limit) throws NotNow, InterruptedException;

  /** All that an item says; none if no knowledge base has it. */
  Optional<Item> item(String id) throws NotNow, InterruptedException;

  /**
   * What came of a consult.
   *
   * @param consult what was asked
   * @param findings what fits
   * @param since when this was true: set where it is remembered, for nobody could be asked now
   * @param silent the knowledge bases that gave no answer this time
   */
  record Reply(
      Consult consult, List<Finding> findings, @Nullable Instant since, List<String> silent) {
    public Reply {
      findings = List.copyOf(findings);
      silent = List.copyOf(silent);
    }
  }

  /**
   * An item as a page for people.
   *
   * @param finding the item in short
   * @param topics what it belongs to
   * @param sections what it says, each part under its name
   */
  record Item(Finding finding, List<String> topics, List<Section> sections) {
    public Item {
      topics = List.copyOf(topics);
      sections = List.copyOf(sections);
    }
  }

  /** A part of an item: a sentence or several, or the entries of a list. */
  record Section(String name, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }
}
