package dev.aiwf.knowledge.search;

import dev.aiwf.knowledge.items.Item;

/**
 * An item that was found.
 *
 * @param score from 0 to 1; it means the same whatever was asked
 */
public record Hit(Item item, double score) {}
