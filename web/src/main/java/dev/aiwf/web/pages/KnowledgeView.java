package dev.aiwf.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * The page on which things are looked up.
 *
 * @param frame what is around it
 * @param connected whether there is a knowledge base at all
 * @param trouble why none answers; none if one does
 * @param lookup what is looked up
 * @param found what came of it
 */
public record KnowledgeView(
    Frame frame, boolean connected, @Nullable String trouble, Lookup lookup, Lookup.Found found) {}
