/**
 * What an operator asks of a running program, from the command line beside it: both ends of that
 * talk. Whoever can read the signing key may ask; no person's token and no cookie opens it.
 */
@NullMarked
package dev.aiwf.web.operate;

import org.jspecify.annotations.NullMarked;
