/**
 * The console: pages that work without scripts and stay up to date with them. What templates read
 * is public, for they are compiled into a package of their own.
 */
@NullMarked
package dev.aiwf.web.pages;

import org.jspecify.annotations.NullMarked;
