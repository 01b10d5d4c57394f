package org.lvsdirector.vrrp.machine;

/** What is told of an instance or group: the STATE argument of notify scripts, and the word in the lines of notify pipes. */
public enum NotifyState {
    MASTER,
    BACKUP,
    FAULT,
    /** The process stops. */
    STOP,
    /** The instance is no longer configured. */
    DELETED,
    /** A MASTER has heard a router of lower priority that took itself for one; the state is the same. */
    MASTER_RX_LOWER_PRI,
    /** The priority of a MASTER has changed; the state is the same. */
    MASTER_PRIORITY,
    /** The same for a BACKUP. */
    BACKUP_PRIORITY;

    /** Whether this is a state, not news within one. */
    public boolean isState() {
        return this != MASTER_RX_LOWER_PRI && this != MASTER_PRIORITY && this != BACKUP_PRIORITY;
    }
}
