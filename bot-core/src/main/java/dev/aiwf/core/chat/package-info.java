/** Neutral content: what a message is made of before a surface gives it a shape. */
@NullMarked
package dev.aiwf.core.chat;

import org.jspecify.annotations.NullMarked;
