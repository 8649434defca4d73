@NullMarked
package dev.aiwf.core.chat;

import org.jspecify.annotations.NullMarked;
