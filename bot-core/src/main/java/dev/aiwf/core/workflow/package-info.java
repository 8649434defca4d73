/**
 * The script of a run as types: phases, steps, asks, menus, gates, conditions. A pack is read into
 * these.
 */
@NullMarked
package dev.aiwf.core.workflow;

import org.jspecify.annotations.NullMarked;
