package dev.aiwf.web.pages;

import dev.aiwf.core.port.Knowledge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a knowledge base as a page, and where it matters here.
 *
 * @param frame what is around it
 * @param title what it is about
 * @param finding the item in short; none where neither a knowledge base nor a project tells it
 * @param topics what it belongs to
 * @param sections what it says, part by part
 * @param uses the projects in which it came back
 * @param trouble why no knowledge base answers; none if one does
 * @param connected whether there is a knowledge base at all
 */
public record ItemView(
    Frame frame,
    String title,
    @Nullable FindingView finding,
    List<String> topics,
    List<Knowledge.Section> sections,
    List<Use> uses,
    @Nullable String trouble,
    boolean connected) {

  public ItemView {
    topics = List.copyOf(topics);
    sections = List.copyOf(sections);
    uses = List.copyOf(uses);
  }

  /** Where a topic is looked up. */
  public String topic(String topic) {
    return Addresses.topic(topic);
  }
}
