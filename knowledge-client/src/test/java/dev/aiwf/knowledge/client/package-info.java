@NullMarked
package dev.aiwf.knowledge.client;

import org.jspecify.annotations.NullMarked;
