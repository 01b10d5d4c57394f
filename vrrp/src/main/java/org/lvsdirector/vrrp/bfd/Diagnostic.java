package org.lvsdirector.vrrp.bfd;

/** Why a session left the state UP (RFC 5880, section 4.1), with its number on the wire. */
public enum Diagnostic {
    NONE(0, "no diagnostic"),
    DETECTION_TIME_EXPIRED(1, "control detection time expired"),
    ECHO_FAILED(2, "echo function failed"),
    NEIGHBOR_SIGNALED_DOWN(3, "neighbor signaled session down"),
    FORWARDING_PLANE_RESET(4, "forwarding plane reset"),
    PATH_DOWN(5, "path down"),
    CONCATENATED_PATH_DOWN(6, "concatenated path down"),
    ADMINISTRATIVELY_DOWN(7, "administratively down"),
    REVERSE_CONCATENATED_PATH_DOWN(8, "reverse concatenated path down");

    private final int code;
    private final String words;

    Diagnostic(int code, String words) {
        this.code = code;
        this.words = words;
    }

    int code() {
        return code;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
