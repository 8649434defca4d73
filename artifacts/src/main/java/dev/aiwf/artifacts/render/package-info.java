/** Makes the files that a project's state calls for: the same state gives the same bytes. */
@NullMarked
package dev.aiwf.artifacts.render;

import org.jspecify.annotations.NullMarked;
