package org.lvsdirector.vrrp.settings;

/** The {@code state} of an instance: a hint for the start, no more. */
public enum InitialState {
    /** Not given: MASTER for the owner of the addresses, else BACKUP. */
    UNSET,
    BACKUP,
    /** Start as BACKUP with a timer of one advertisement interval; the owner is MASTER at once. */
    MASTER
}
