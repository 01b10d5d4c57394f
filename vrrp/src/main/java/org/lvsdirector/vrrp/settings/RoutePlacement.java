package org.lvsdirector.vrrp.settings;

/** Where among equal routes a new one goes. */
public enum RoutePlacement {
    /** Only if there is none. */
    ALONE,
    /** In front, which is keepalived's way. */
    FIRST,
    /** Behind. */
    LAST
}
