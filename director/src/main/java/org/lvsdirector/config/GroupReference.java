package org.lvsdirector.config;

import org.lvsdirector.config.syntax.SourcePlace;

/** {@code track_group NAME} behind a static entry. */
public record GroupReference(String name, SourcePlace place) {}
