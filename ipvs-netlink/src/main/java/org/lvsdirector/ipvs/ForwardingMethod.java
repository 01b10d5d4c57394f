package org.lvsdirector.ipvs;

/** How packets reach a real server, with the kernel's number ({@code IP_VS_CONN_F_FWD_MASK}). */
public enum ForwardingMethod {
    /** NAT, ipvsadm's {@code -m}. */
    MASQUERADE(0),
    /** The director itself; the kernel's own choice, never asked for. */
    LOCAL(1),
    /** Encapsulation, ipvsadm's {@code -i}; see {@link Tunnel}. */
    TUNNEL(2),
    /** Direct routing, ipvsadm's {@code -g}. */
    DIRECT_ROUTE(3),
    /** Cache bypass; the kernel's own choice, never asked for. */
    BYPASS(4);

    private final int number;

    ForwardingMethod(int number) {
        this.number = number;
    }

    /** The kernel's number, as in {@code IPVS_DEST_ATTR_FWD_METHOD}. */
    public int number() {
        return number;
    }

    /**
     * The method with a kernel number; bits above the forwarding mask are ignored.
     *
     * @throws IllegalArgumentException for a number that the kernel does not define
     */
    public static ForwardingMethod ofNumber(int number) {
        int masked = number & 0x7;
        for (ForwardingMethod method : values()) {
            if (method.number == masked) {
                return method;
            }
        }
        throw new IllegalArgumentException("no forwarding method has number " + masked);
    }
}
