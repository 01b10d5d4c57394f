package org.lvsdirector.vrrp.bfd;

/** State of a session (RFC 5880, section 4.1). */
public enum SessionState {
    ADMIN_DOWN(0),
    DOWN(1),
    INIT(2),
    UP(3);

    private final int code;

    SessionState(int code) {
        this.code = code;
    }

    /** Its number on the wire. */
    int code() {
        return code;
    }

    /** The state of a number from 0 to 3. */
    static SessionState of(int code) {
        for (SessionState each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new IllegalArgumentException("no state has the number " + code);
    }
}
