@NullMarked
package dev.aiwf.testkit;

import org.jspecify.annotations.NullMarked;
