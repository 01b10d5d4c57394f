package org.lvsdirector.vrrp.settings;

/** What a tracker looks at. */
public enum TrackerKind {
    /** Link and running state of an interface other than the instance's own. */
    INTERFACE,
    /** Result of a {@code vrrp_script}. */
    SCRIPT,
    /** The number that a file holds. */
    FILE,
    /** Whether as many processes of a kind run as should. */
    PROCESS,
    /** Whether a BFD session is up. */
    BFD,
    /** Whether the hosts answer without which an instance is cut off from its network. */
    ARBITER,
    /** Whether the static entries of a track group are there. */
    STATIC
}
