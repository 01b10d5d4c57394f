package org.lvsdirector.config;

import org.lvsdirector.config.syntax.SourcePlace;

/** A check of a real server: what every kind shares, and a record for each kind. */
public sealed interface CheckerConfig {

    /** Where and when to check. */
    CheckOptions options();

    /** The checker's opening word. */
    SourcePlace place();

    /** {@code TCP_CHECK}: a connection that is accepted. */
    record Tcp(CheckOptions options, SourcePlace place) implements CheckerConfig {}
}
