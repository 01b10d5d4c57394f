package org.lvsdirector.ipvs;

/** Transport protocol of a service by address and port, with its IP protocol number (IANA). */
public enum Protocol {
    TCP(6),
    UDP(17),
    SCTP(132);

    private final int number;

    Protocol(int number) {
        this.number = number;
    }

    /** IP protocol number, as in {@code IPVS_SVC_ATTR_PROTOCOL}. */
    public int number() {
        return number;
    }

    /**
     * The protocol with an IP protocol number.
     *
     * @throws IllegalArgumentException if IPVS has no services of that protocol
     */
    public static Protocol ofNumber(int number) {
        for (Protocol protocol : values()) {
            if (protocol.number == number) {
                return protocol;
            }
        }
        throw new IllegalArgumentException("no protocol that IPVS knows has number " + number);
    }
}
