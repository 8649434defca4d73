/** What a project says, without a model: its messages and its forms. */
@NullMarked
package dev.aiwf.core.guide;

import org.jspecify.annotations.NullMarked;
