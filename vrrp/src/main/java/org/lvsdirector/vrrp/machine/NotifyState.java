package org.lvsdirector.vrrp.machine;

/** The STATE argument of notify scripts. */
public enum NotifyState {
    MASTER,
    BACKUP,
    FAULT,
    /** The process stops. */
    STOP,
    /** The instance is no longer configured. */
    DELETED
}
