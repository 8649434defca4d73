package dev.aiwf.core.chat;

import dev.aiwf.core.people.PersonId;

/**
 * A run of text with one meaning. The text is never markup: each surface escapes it in its own way,
 * so nothing that a person typed can become a link, a mention or a tag.
 */
public sealed interface Span {

  /** The text as it reads without any styling. */
  String text();

  /** Plain words. */
  record Plain(String text) implements Span {}

  /** Words that carry the line. */
  record Strong(String text) implements Span {}

  /** Something to be read letter by letter: a name, a key, a hash. */
  record Mono(String text) implements Span {}

  /** Words that lead to an address. */
  record Link(String text, String address) implements Span {}

  /** A person, addressed by name; surfaces that know the person make it a mention. */
  record Mention(PersonId person, String text) implements Span {}
}
