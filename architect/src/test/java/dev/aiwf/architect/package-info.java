@NullMarked
package dev.aiwf.architect;

import org.jspecify.annotations.NullMarked;
