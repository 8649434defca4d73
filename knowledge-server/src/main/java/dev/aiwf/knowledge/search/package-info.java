/** Finds items by words and by topic, with scores that mean the same from query to query. */
@NullMarked
package dev.aiwf.knowledge.search;

import org.jspecify.annotations.NullMarked;
