package org.lvsdirector.netlink.route;

import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkConnection;

/** The loopback interface of a fresh network namespace, which is down. */
public final class LoopbackLink {
    /** The kernel makes it first. */
    private static final int INDEX = 1;

    private LoopbackLink() {}

    /**
     * Sets it up in the network namespace of the calling thread ({@code RTM_NEWLINK}); 127.0.0.1 and ::1 come with it.
     *
     * @throws org.lvsdirector.netlink.NetlinkException if the kernel refuses
     */
    public static void raise() {
        try (NetlinkConnection connection = NetlinkConnection.open(SocketConstants.NETLINK_ROUTE)) {
            connection.execute(LinkRequest.raise(INDEX));
        }
    }
}
