package dev.aiwf.architect;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What talking takes of the world.
 *
 * @param clock says whether somebody has waited long enough
 * @param random makes marks that nobody can guess, and spreads tries; used by many at once
 * @param pause waits between tries
 */
record World(InstantSource clock, RandomGenerator random, Pause pause) {}
