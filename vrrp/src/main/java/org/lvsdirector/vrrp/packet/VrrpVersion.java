package org.lvsdirector.vrrp.packet;

/** Protocol version: RFC 3768 (2) or RFC 9568, formerly 5798 (3). */
public enum VrrpVersion {
    V2(2),
    V3(3);

    private final int number;

    VrrpVersion(int number) {
        this.number = number;
    }

    /** The value of the version field. */
    public int number() {
        return number;
    }
}
