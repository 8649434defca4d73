/**
 * Models of our own on the loopback interface. They say what a test tells them to, in the formats
 * of four providers, and are as strict about what they are sent as those are said to be. They know
 * nothing of anybody's library, so that they can judge one.
 */
@NullMarked
package dev.aiwf.testkit.model;

import org.jspecify.annotations.NullMarked;
