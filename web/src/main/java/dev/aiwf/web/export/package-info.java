/** Everything of a project in one file that can be read without aiwf. */
@NullMarked
package dev.aiwf.web.export;

import org.jspecify.annotations.NullMarked;
