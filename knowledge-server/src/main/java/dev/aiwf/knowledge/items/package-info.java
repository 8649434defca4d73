/** What the knowledge base holds, as types, and how a folder is read into them with all errors. */
@NullMarked
package dev.aiwf.knowledge.items;

import org.jspecify.annotations.NullMarked;
