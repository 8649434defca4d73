/** Commits what projects write to git repositories, each effect once, whatever happens between. */
@NullMarked
package dev.aiwf.artifacts.git;

import org.jspecify.annotations.NullMarked;
