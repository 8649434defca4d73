package dev.aiwf.core.surface;

import dev.aiwf.core.port.Artifacts;
import dev.aiwf.core.port.Inbox;
import dev.aiwf.core.port.People;
import dev.aiwf.core.port.Pictures;
import dev.aiwf.core.port.Projects;
import java.time.InstantSource;

/**
 * What a chat needs of the rest of the house.
 *
 * @param inbox where commands go
 * @param projects what can be looked at
 * @param people which persons are one human
 * @param artifacts the files of projects
 * @param pictures draws what can be shown as an image
 * @param clock tells how long ago something was
 */
public record ChatParts(
    Inbox inbox,
    Projects projects,
    People people,
    Artifacts artifacts,
    Pictures pictures,
    InstantSource clock) {}
