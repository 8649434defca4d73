package dev.aiwf.knowledge.client;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What asking takes of the world.
 *
 * @param http what all knowledge bases are reached with
 * @param clock says how old an answer is
 * @param random spreads tries, so that many who failed at once do not come back at once
 * @param pause waits between tries
 * @param version what servers are told of us
 */
record World(
    HttpClient http,
    InstantSource clock,
    RandomGenerator random,
    Pause pause,
    Patience patience,
    String version) {}
