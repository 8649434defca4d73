/** The JSON API, as {@code openapi.yaml} has it: JSON in, commands out; state out, as JSON. */
@NullMarked
package dev.aiwf.web.api;

import org.jspecify.annotations.NullMarked;
