package org.lvsdirector.netlink.route;

import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.MessageWriter;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkRequest;

/** The loopback interface of a fresh network namespace, which is down. */
public final class LoopbackLink {
    /** The kernel makes it first. */
    private static final int INDEX = 1;

    private static final int IFF_UP = 1;

    private LoopbackLink() {}

    /**
     * Sets it up in the network namespace of the calling thread ({@code RTM_NEWLINK}); 127.0.0.1 and ::1 come with it.
     *
     * @throws org.lvsdirector.netlink.NetlinkException if the kernel refuses
     */
    public static void raise() {
        try (NetlinkConnection connection = NetlinkConnection.open(SocketConstants.NETLINK_ROUTE)) {
            connection.execute(new Up());
        }
    }

    private static final class Up implements NetlinkRequest {
        @Override
        public int type() {
            return RouteConstants.RTM_NEWLINK;
        }

        @Override
        public int flags() {
            return 0;
        }

        @Override
        public void writeTo(MessageWriter out) {
            out.u8(RouteConstants.AF_UNSPEC) // ifi_family
                    .u8(0) // padding
                    .u16(0) // ifi_type
                    .u32(INDEX) // ifi_index
                    .u32(IFF_UP) // ifi_flags
                    .u32(IFF_UP); // ifi_change: which of the flags
        }

        @Override
        public String describe() {
            return "set up the loopback interface";
        }
    }
}
