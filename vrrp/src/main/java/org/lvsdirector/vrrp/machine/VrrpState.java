package org.lvsdirector.vrrp.machine;

/** The state of an instance or of a sync group (RFC 3768, section 6.4, and keepalived's FAULT). */
public enum VrrpState {
    /** Waits for the first result of a script that must succeed. */
    INIT,
    BACKUP,
    MASTER,
    /** Cannot serve: its interface, its source address or a tracker without weight is down. */
    FAULT
}
