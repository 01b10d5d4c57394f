package org.lvsdirector.vrrp.machine;

/** Severity of a {@link RouterAction.Log}. */
public enum LogLevel {
    ERROR,
    WARNING,
    NOTICE,
    INFO,
    /** What keepalived says only with {@code -D}. */
    DETAIL
}
