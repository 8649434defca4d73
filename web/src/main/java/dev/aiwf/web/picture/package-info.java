/** Draws pictures from plain data, for pages and for whatever else can show them. */
@NullMarked
package dev.aiwf.web.picture;

import org.jspecify.annotations.NullMarked;
