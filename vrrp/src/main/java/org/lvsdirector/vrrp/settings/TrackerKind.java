package org.lvsdirector.vrrp.settings;

/** What a tracker looks at. */
public enum TrackerKind {
    /** Link and running state of an interface other than the instance's own. */
    INTERFACE,
    /** Result of a {@code vrrp_script}. */
    SCRIPT
}
