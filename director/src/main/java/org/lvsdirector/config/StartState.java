package org.lvsdirector.config;

/** The {@code state} of a VRRP instance: how it begins, before the election. */
public enum StartState {
    /** Not given: master at once for the owner of the addresses, else backup. */
    UNSET,
    BACKUP,
    /** Backup with a short timer; the owner of the addresses is master at once. */
    MASTER
}
