package org.lvsdirector.control.checkers;

/** Whom a checkers process follows: that says how the table that it finds came about. */
public enum Predecessor {
    /** Nobody of this director: a cold start. */
    NONE,
    /** One that ran another configuration: what differs from this one was wanted then. */
    OTHER_CONFIGURATION,
    /** One that ran this configuration: where a weight differs from it, somebody set it by hand. */
    SAME_CONFIGURATION
}
