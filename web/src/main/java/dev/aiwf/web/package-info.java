/** The server: one port for the API, the pages, and whatever else must be reached over HTTP. */
@NullMarked
package dev.aiwf.web;

import org.jspecify.annotations.NullMarked;
