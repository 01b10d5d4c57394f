package org.lvsdirector.vrrp.settings;

/** The {@code state} of an instance: a hint for the start, no more. Only the owner of the addresses is MASTER at once. */
public enum InitialState {
    /** Not given. */
    UNSET,
    BACKUP,
    /**
     * Wants to be MASTER from the start, which counts only in a sync group: its members need not all have missed the master once. The
     * instance still starts as BACKUP and waits the whole master-down interval, as keepalived 2.2.7 does on the wire.
     */
    MASTER
}
