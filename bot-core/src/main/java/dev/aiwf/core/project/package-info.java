/** One run of a workflow: what is asked of it, what happened, and the state that this folds to. */
@NullMarked
package dev.aiwf.core.project;

import org.jspecify.annotations.NullMarked;
