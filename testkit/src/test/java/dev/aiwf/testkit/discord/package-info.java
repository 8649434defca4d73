@NullMarked
package dev.aiwf.testkit.discord;

import org.jspecify.annotations.NullMarked;
