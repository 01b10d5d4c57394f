package org.lvsdirector.vrrp.machine;

/** What the kernel says of an interface. */
public enum LinkState {
    /** There is no such interface. */
    MISSING,
    /** Administratively down, or without carrier. */
    DOWN,
    /** Up and running. */
    UP
}
